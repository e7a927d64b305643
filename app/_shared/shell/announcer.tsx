'use client';

import { useEffect, useState } from 'react';
import { onAnnouncement } from './announce';

/** The live region of the whole application; it is there before anything is said in it. */
export const Announcer = () => {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(
    () =>
      onAnnouncement((text) => {
        setSaid(({ count }) => ({ text, count: count + 1 }));
      }),
    [],
  );
  return (
    <p role="status" className="sr-only">
      <span key={said.count}>{said.text}</span>
    </p>
  );
};
