'use client';

import { useEffect, useRef } from 'react';
import { doneCookie } from './done-cookie';
import { Notice } from './notice';
import { announce } from './shell/announce';

/** What was just done, where the form that did it is gone; takes the focus that was on it. Told once. */
export const DoneNotice = ({ text }: { text: string }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.cookie = `${doneCookie}=; path=/; max-age=0`;
    box.current?.focus();
    announce(text);
  }, [text]);
  return <Notice ref={box} tone="done" title={text} />;
};
