'use client';

import { useFormStatus } from 'react-dom';

type ChoiceButtonProps = {
  readonly choice: string;
  readonly label: string;
  /** What it does, and what it says while it does. */
  readonly verb: Verb;
  /** The one that is suggested. */
  readonly first: boolean;
};

/** What is done with an alternative. */
export type Verb = 'Book' | 'Move';

const pendingWords: Readonly<Record<Verb, string>> = { Book: 'Booking…', Move: 'Moving…' };

/** Sends the form around it with this choice; says so while the answer is awaited. */
export const ChoiceButton = ({ choice, label, verb, first }: ChoiceButtonProps) => {
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
      {sent ? pendingWords[verb] : verb}
    </button>
  );
};
