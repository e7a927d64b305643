'use client';

import { useEffect, useRef, useState } from 'react';
import { doneCookie } from './done-cookie';
import { Notice } from './notice';
import { announce } from './shell/announce';

/**
 * What was just done, where the form that did it is gone; takes the focus that was on it. Told once:
 * it stays while the page is brought up to date, which no longer knows the text, until another key.
 */
export const DoneNotice = ({ text }: { text: string | undefined }) => {
  const box = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState(text);
  if (text !== undefined && text !== told) setTold(text);
  useEffect(() => {
    if (told === undefined) return;
    document.cookie = `${doneCookie}=; path=/; max-age=0`;
    box.current?.focus();
    announce(told);
  }, [told]);
  if (told === undefined) return null;
  return (
    <div className="mt-4">
      <Notice ref={box} tone="done" title={told} />
    </div>
  );
};
