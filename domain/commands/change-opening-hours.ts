import { inOrder, sameHours } from '@/domain/room/opening-hours';
import { roomInService } from '@/domain/room/room-in-service';
import { roomStream, type OpeningHours, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { RoomId } from '@/domain/shared/ids';
import { mayManageRooms } from '@/domain/shared/permissions';
import { isRefusal } from '@/domain/shared/refusal';

export type ChangeOpeningHours = Command & {
  readonly type: 'ChangeOpeningHours';
  readonly roomId: RoomId;
  readonly openingHours: OpeningHours;
};

/**
 * Changes the opening hours for what is booked or moved from now on; reservations that were
 * granted stay.
 * Refuses NOT_ALLOWED, ROOM_UNKNOWN, ROOM_RETIRED, OPENING_HOURS_OVERLAP; NOTHING_CHANGED, so also
 * when decided twice.
 */
export const changeOpeningHours = defineCommand<
  ChangeOpeningHours,
  { readonly room: RoomRef },
  { roomId: RoomId }
>({
  type: 'ChangeOpeningHours',
  alone: true,
  home: ({ roomId }) => roomStream(roomId),

  reads: ({ roomId }) => ({ room: roomStream(roomId) }),

  decide: ({ roomId, openingHours }, { room }, { actor }) => {
    const notAllowed = mayManageRooms(actor);
    if (notAllowed) return notAllowed;
    const open = roomInService(room);
    if (isRefusal(open)) return open;
    const wrong = inOrder(openingHours);
    if (wrong) return wrong;
    if (sameHours(open.openingHours, openingHours)) return { code: 'NOTHING_CHANGED' };
    const data = { openingHours };
    return accept({ roomId }, [append(room, { type: 'OpeningHoursChanged', data })]);
  },
});
