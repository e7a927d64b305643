import { ActionForm } from '@/app/_shared/action-form';
import { TextField } from '@/app/_shared/fields';
import { freshIds } from '@/app/_shared/fresh-ids';
import { SubmitButton } from '@/app/_shared/submit-button';
import { WishFields } from '@/app/_shared/wish-fields';
import type { LocalDate } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import { CancelListed } from './cancel-listed';
import { closeRoom } from './close-room.action';

/** Closes the room for a period. */
export const CloseForm = async ({ room, today }: { room: KnownRoom; today: LocalDate }) => (
  <ActionForm
    action={closeRoom}
    ids={await freshIds('commandId', 'closureId')}
    label="Close for a period"
    summary="Close for a period"
    className="grid gap-2"
  >
    <input type="hidden" name="roomId" value={room.roomId} />
    <WishFields
      date={today}
      from="00:00"
      to="24:00"
      stepMinutes={closingStep}
      overDays
      zone={room.timeZone}
    />
    <TextField name="reason" label="Reason" required maxLength={120} />
    <CancelListed />
    <div>
      <SubmitButton pending="Closing…" tone="danger">
        Close the room
      </SubmitButton>
    </div>
  </ActionForm>
);

/** A closing does not keep to the grid of booking. */
const closingStep = 15;
