'use client';

import { useEffect, useRef } from 'react';
import { Notice } from '@/app/_shared/notice';
import { announce } from '@/app/_shared/shell/announce';

/** What was just done, where the form that did it is gone; takes the focus that was on it. */
export const DoneNotice = ({ text }: { text: string }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    announce(text);
  }, [text]);
  return <Notice ref={box} tone="done" title={text} />;
};
