import { ActionForm } from '@/app/_shared/action-form';
import { freshIds } from '@/app/_shared/fresh-ids';
import { LinkButton } from '@/app/_shared/link-button';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { ReservationId } from '@/domain/shared/ids';
import { cancelReservation } from './cancel.action';

type CancelFormProps = {
  readonly reservationId: ReservationId;
  readonly place: string;
  /** Whose it is, where that is not the viewer. */
  readonly organiser: string | undefined;
};

/** Asks once more, then gives the room back. */
export const CancelForm = async ({ reservationId, place, organiser }: CancelFormProps) => (
  <ActionForm
    action={cancelReservation}
    ids={await freshIds('commandId')}
    label="Cancel the reservation"
    className="grid gap-3"
  >
    <input type="hidden" name="reservationId" value={reservationId} />
    {organiser !== undefined && (
      <p className="font-block">This is the reservation of {organiser}, not yours.</p>
    )}
    <p className="wrap-anywhere text-ink-2">
      {place} becomes free for others at once. You can restore it later if nobody has taken it by
      then; its history stays.
    </p>
    <div className="flex flex-wrap gap-2.5">
      <SubmitButton pending="Cancelling…" tone="danger">
        Yes, cancel it
      </SubmitButton>
      <LinkButton href={`/reservations/${reservationId}`} tone="quiet" scroll={false}>
        Keep it
      </LinkButton>
    </div>
  </ActionForm>
);
