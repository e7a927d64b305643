'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { announce } from './shell/announce';

type SubmitButtonProps = {
  readonly children: ReactNode;
  /** Said while the answer is awaited: “Booking…”. */
  readonly pending: string;
  readonly tone?: 'primary' | 'plain' | 'danger';
  /** Sent along when this is the button that was pressed, in a form with several. */
  readonly name?: string;
  readonly value?: string;
};

const slowAfterMs = 3000;
const tones = { primary: 'button-primary', plain: '', danger: 'button-danger' } as const;

/**
 * Sends the form around it; keeps its width while it waits, and cannot send twice. Of several in a form
 * only the one that was pressed says that it waits.
 */
export const SubmitButton = (props: SubmitButtonProps) => {
  const { children, pending, tone = 'primary', name, value } = props;
  const { pending: waits, data } = useFormStatus();
  const pressed = waits && (name === undefined || data.get(name) === value);
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      <button
        type="submit"
        name={name}
        value={value}
        className={`button ${tones[tone]}`}
        aria-disabled={waits || undefined}
        onClick={(event) => {
          if (waits) event.preventDefault();
        }}
      >
        <span className="grid justify-items-center">
          <span
            className={`col-start-1 row-start-1 inline-flex items-center gap-2 ${pressed ? 'invisible' : ''}`}
          >
            {children}
          </span>
          <span className={`col-start-1 row-start-1 ${pressed ? '' : 'invisible'}`}>{pending}</span>
        </span>
      </button>
      {pressed && <SlowHint />}
    </span>
  );
};

const SlowHint = () => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
      announce('Still waiting for the database');
    }, slowAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return slow && <span className="text-sub text-ink-3">Still waiting for the database</span>;
};
