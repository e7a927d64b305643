import type { ReactNode } from 'react';
import { DisclosureBox } from '@/app/_shared/disclosure-box';
import { SubmitButton } from '@/app/_shared/submit-button';

type ChoiceProps = {
  /** What is done, and sent. */
  readonly value: string;
  readonly summary: string;
  /** What will come of it, said before it can be chosen. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly pending: string;
};

/** Something that cannot be undone: it is opened, explained, and only then done. */
export const Choice = ({ value, summary, children, confirm, pending }: ChoiceProps) => (
  <DisclosureBox summary={summary} open={false}>
    <p className="text-ink-2">{children}</p>
    <div className="mt-3">
      <SubmitButton name="wished" value={value} tone="danger" pending={pending}>
        {confirm}
      </SubmitButton>
    </div>
  </DisclosureBox>
);
