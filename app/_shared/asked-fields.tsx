'use client';

import { useEffect, useRef, type ChangeEvent } from 'react';
import { SelectField } from './fields';
import { useFormState } from './form-context';
import type { Ask } from './form-state';

type AskedFieldsProps = {
  /** What may be asked, the first of them first. */
  readonly names: readonly string[];
  /** What is asked as far as it is known before the form is sent. */
  readonly asks: readonly Ask[] | undefined;
};

/**
 * Asks for what only some wishes make necessary; without scripts, for what the last refusal found
 * missing. What was answered stays, to be seen and sent along again.
 */
export const AskedFields = ({ names, asks: known }: AskedFieldsProps) => {
  const state = useFormState();
  const typed = state.status === 'fresh' || state.status === 'done' ? {} : state.typed;
  const asks = known ?? (state.status === 'refused' ? (state.refusal.asks ?? []) : []);
  const answered = known
    ? []
    : names.filter((name) => typed[name] && !asks.some((ask) => ask.name === name));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // They were not there when the time was read.
    box.current?.closest('form')?.dispatchEvent(new Event('change'));
  }, [asks.length]);
  return (
    <>
      {asks.length > 0 && (
        <div ref={box} className="grid gap-3 phone:grid-cols-2" onChange={laterEndsLater}>
          {asks.map((ask) => (
            <SelectField key={ask.name} {...ask} />
          ))}
        </div>
      )}
      {answered.map((name) => (
        <input key={name} type="hidden" name={name} value={typed[name]} />
      ))}
    </>
  );
};

/** What starts at the second of two equal times cannot end at the first. */
const laterEndsLater = ({ currentTarget }: ChangeEvent<HTMLElement>) => {
  const [start, end] = currentTarget.querySelectorAll('select');
  if (start?.value !== 'later' || !end) return;
  end.value = 'later';
  currentTarget.closest('form')?.dispatchEvent(new Event('change'));
};
