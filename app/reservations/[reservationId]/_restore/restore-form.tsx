import { Undo2 } from 'lucide-react';
import { ActionForm } from '@/app/_shared/action-form';
import { freshIds } from '@/app/_shared/fresh-ids';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { CancelledReservation } from '@/domain/reservation/reservation';
import { restoreReservation } from './restore.action';

type RestoreFormProps = { readonly reservation: CancelledReservation; readonly place: string };

/** Takes the room back, if it is still free. */
export const RestoreForm = async ({ reservation, place }: RestoreFormProps) => (
  <ActionForm
    action={restoreReservation}
    ids={await freshIds('commandId')}
    label="Restore the reservation"
    className="grid gap-3"
  >
    <input type="hidden" name="reservationId" value={reservation.reservationId} />
    <p className="text-ink-2">Takes {place} back, if nobody else has it by now.</p>
    <div>
      <SubmitButton pending="Restoring…">
        <Undo2 aria-hidden size={16} strokeWidth={1.75} />
        Restore it
      </SubmitButton>
    </div>
  </ActionForm>
);
