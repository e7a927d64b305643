import { ActionForm } from '@/app/_shared/action-form';
import { freshIds } from '@/app/_shared/fresh-ids';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import { CancelListed } from './cancel-listed';
import { reinstateRoom } from './reinstate-room.action';
import { retireRoom } from './retire-room.action';

/** Takes the room out of use, or brings it back; nothing of its history is lost either way. */
export const RetireForm = async ({ room }: { room: KnownRoom }) =>
  room.status === 'retired' ? (
    <ActionForm
      action={reinstateRoom}
      ids={await freshIds('commandId')}
      label="Bring back into use"
      summary="Bring back into use"
      className="grid gap-2"
    >
      <input type="hidden" name="roomId" value={room.roomId} />
      <p className="text-ink-2">
        The room can be booked again. Reservations that were cancelled with it stay cancelled; who
        had them can restore them.
      </p>
      <div>
        <SubmitButton pending="Bringing it back…">Bring it back</SubmitButton>
      </div>
    </ActionForm>
  ) : (
    <ActionForm
      action={retireRoom}
      ids={await freshIds('commandId')}
      label="Take out of use"
      summary="Take out of use"
      className="grid gap-2"
    >
      <input type="hidden" name="roomId" value={room.roomId} />
      <p className="text-ink-2">
        Nobody can book the room any more. Its history stays, and it can be brought back.
      </p>
      <CancelListed />
      <div>
        <SubmitButton pending="Taking it out…" tone="danger">
          Take it out of use
        </SubmitButton>
      </div>
    </ActionForm>
  );
