'use client';

import type { ReactNode } from 'react';
import { DisclosureBox } from './disclosure-box';
import { useFormState } from './form-context';

type DisclosureProps = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
};

/**
 * Fields of a form behind a summary, which opens without scripts too; it stays open while what was
 * typed there waits for another try.
 */
export const Disclosure = ({ summary, children }: DisclosureProps) => {
  const { status } = useFormState();
  const waits = status !== 'fresh' && status !== 'done';
  return (
    <DisclosureBox key={status} summary={summary} open={waits}>
      {children}
    </DisclosureBox>
  );
};
