import { ActionForm } from '@/app/_shared/action-form';
import { TextAreaField, TextField } from '@/app/_shared/fields';
import { freshIds } from '@/app/_shared/fresh-ids';
import { longestNote, longestTitle } from '@/app/reservations/_fields/text-limits';
import type { Alternative } from '@/infrastructure/queries/alternatives';
import { AlternativeRow } from './alternative-row';
import { bookAlternative } from './book-alternative.action';

type AlternativesFormProps = {
  readonly alternatives: readonly Alternative[];
  /** What is known of the title, and of a note where there was one. */
  readonly title?: string | undefined;
  readonly note?: string | undefined;
  /** What the title is for. */
  readonly hint: string;
};

/** What would be granted now, each booked by one press as a reservation of its own. */
export const AlternativesForm = async (props: AlternativesFormProps) => {
  const { alternatives, title, note, hint } = props;
  return (
    <ActionForm
      action={bookAlternative}
      ids={await freshIds('commandId', 'reservationId')}
      label="Book something else"
      className="mt-3 grid gap-3"
    >
      <TextField
        name="title"
        label="Title"
        required
        maxLength={longestTitle}
        hint={hint}
        {...(title !== undefined && { defaultValue: title })}
      />
      {note !== undefined && (
        <TextAreaField
          name="note"
          label="Note (optional)"
          rows={2}
          maxLength={longestNote}
          defaultValue={note}
        />
      )}
      <ol className="@container divide-y divide-line rounded-panel border border-line bg-surface">
        {alternatives.map((alternative, i) => (
          <AlternativeRow
            key={`${alternative.roomId} ${alternative.wish.startsAt}`}
            alternative={alternative}
            number={i + 1}
          />
        ))}
      </ol>
    </ActionForm>
  );
};
