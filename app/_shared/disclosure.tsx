'use client';

import type { ReactNode } from 'react';
import { DisclosureBox } from './disclosure-box';
import { useFormState } from './form-context';
import { FormNotice } from './form-notice';
import { waits } from './form-state';

type DisclosureProps = {
  /** What the form does; its label too. */
  readonly summary: string;
  readonly children: ReactNode;
};

/**
 * All fields of a form behind a summary, which opens without scripts too. It stays open while what
 * was typed there waits for another try, with the reason over the fields: the form is `folded`.
 */
export const Disclosure = ({ summary, children }: DisclosureProps) => {
  const state = useFormState();
  return (
    <DisclosureBox key={state.status} summary={summary} open={waits(state)}>
      <div className="grid gap-3">
        {waits(state) && <FormNotice state={state} label={summary} />}
        <div>{children}</div>
      </div>
    </DisclosureBox>
  );
};
