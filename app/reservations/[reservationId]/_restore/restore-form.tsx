import { Undo2 } from 'lucide-react';
import { ActionForm } from '@/app/_shared/action-form';
import { freshIds } from '@/app/_shared/fresh-ids';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { ReservationId } from '@/domain/shared/ids';
import { restoreReservation } from './restore.action';

type RestoreFormProps = { readonly reservationId: ReservationId; readonly place: string };

/** Takes the room back, if it is still free. */
export const RestoreForm = async ({ reservationId, place }: RestoreFormProps) => (
  <ActionForm
    action={restoreReservation}
    ids={await freshIds('commandId')}
    label="Restore the reservation"
    className="grid gap-3"
  >
    <input type="hidden" name="reservationId" value={reservationId} />
    <p className="wrap-anywhere text-ink-2">{place} is still free.</p>
    <div>
      <SubmitButton pending="Restoring…">
        <Undo2 aria-hidden size={16} strokeWidth={1.75} />
        Restore it
      </SubmitButton>
    </div>
  </ActionForm>
);
