import { ActionForm } from '@/app/_shared/action-form';
import { TextAreaField, TextField } from '@/app/_shared/fields';
import { freshIds } from '@/app/_shared/fresh-ids';
import { LinkButton } from '@/app/_shared/link-button';
import { ShownField } from '@/app/_shared/shown-field';
import { SubmitButton } from '@/app/_shared/submit-button';
import { longestNote, longestTitle } from '@/app/reservations/_fields/text-limits';
import type { ReservationId } from '@/domain/shared/ids';
import { changeDetails } from './details.action';

type DetailsFormProps = {
  readonly reservationId: ReservationId;
  readonly title: string | undefined;
  readonly note: string | undefined;
};

/** The title and the note, which only the organiser and managers read. */
export const DetailsForm = async ({ reservationId, title, note }: DetailsFormProps) => (
  <ActionForm
    action={changeDetails}
    ids={await freshIds('commandId')}
    label="Change the details"
    className="grid gap-3"
  >
    <input type="hidden" name="reservationId" value={reservationId} />
    <ShownField shown={{ title: title ?? '', note: note ?? '' }} />
    <TextField name="title" label="Title" required maxLength={longestTitle} defaultValue={title} />
    <TextAreaField
      name="note"
      label="Note"
      maxLength={longestNote}
      defaultValue={note}
      hint="Only the organiser and managers read title and note."
    />
    <div className="flex flex-wrap gap-2.5">
      <SubmitButton pending="Saving…">Save the details</SubmitButton>
      <LinkButton href={`/reservations/${reservationId}`} tone="quiet" scroll={false}>
        Leave them
      </LinkButton>
    </div>
  </ActionForm>
);
