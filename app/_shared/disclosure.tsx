'use client';

import type { ReactNode } from 'react';
import { DisclosureBox } from './disclosure-box';
import { useFormState } from './form-context';
import { FormNotice } from './form-notice';
import { waits } from './form-state';

type DisclosureProps = {
  readonly summary: string;
  /** What the form does. */
  readonly label: string;
  readonly children: ReactNode;
};

/**
 * All fields of a form behind a summary, which opens without scripts too. It stays open while what
 * was typed there waits for another try, with the reason over the fields.
 */
export const Disclosure = ({ summary, label, children }: DisclosureProps) => {
  const state = useFormState();
  return (
    <DisclosureBox key={state.status} summary={summary} open={waits(state)}>
      <div className="grid gap-3">
        {waits(state) && <FormNotice state={state} label={label} />}
        <div className="grid gap-3">{children}</div>
      </div>
    </DisclosureBox>
  );
};
