'use client';

import { useFormStatus } from 'react-dom';

type ChoiceButtonProps = {
  readonly choice: string;
  readonly label: string;
  /** The one that is suggested. */
  readonly first: boolean;
};

/** Sends the form around it with this choice; says so while the answer is awaited. */
export const ChoiceButton = ({ choice, label, first }: ChoiceButtonProps) => {
  const { pending, data } = useFormStatus();
  const sent = pending && data.get('choice') === choice;
  return (
    <button
      type="submit"
      name="choice"
      value={choice}
      aria-label={label}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={`button ${first ? 'button-primary' : ''}`}
    >
      {sent ? 'Booking…' : 'Book'}
    </button>
  );
};
