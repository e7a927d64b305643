'use client';

import { useState, type InputEvent, type ReactNode } from 'react';

type CountedProps = {
  /** So many characters may be sent; the form refuses more and keeps them. */
  readonly most: number | undefined;
  readonly value: string;
  readonly children: (count: (event: InputEvent<TextBox>) => void) => ReactNode;
};

type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** Characters are counted from here on. */
const near = 0.8;

/** A text and, once it becomes long, how long: nothing that was pasted is cut off unseen. */
export const Counted = ({ most, value, children }: CountedProps) => {
  const [typed, setTyped] = useState({ of: value, length: value.length });
  // An answer of the form puts another text into the field.
  if (typed.of !== value) setTyped({ of: value, length: value.length });
  const { length } = typed;
  const tooLong = most !== undefined && length > most;
  return (
    <>
      {children(({ currentTarget }) => {
        setTyped({ of: value, length: currentTarget.value.length });
      })}
      {most !== undefined && length > most * near && (
        <p
          aria-live="polite"
          className={`mt-1 text-right text-sub ${tooLong ? 'font-medium text-red' : 'text-ink-3'}`}
        >
          {length} of {most} characters{tooLong && ', too long'}
        </p>
      )}
    </>
  );
};
