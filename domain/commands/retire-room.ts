import {
  clearTheWay,
  daysAround,
  nothingToClear,
  readTheWay,
  type CancelThem,
  type WayStreams,
} from '@/domain/room-day/clear-the-way';
import { roomInService } from '@/domain/room/room-in-service';
import { roomStream, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import { mayManageRooms } from '@/domain/shared/permissions';
import { isRefusal } from '@/domain/shared/refusal';
import { endOfTime, type Instant } from '@/domain/shared/time';

export type RetireRoom = Command & {
  readonly type: 'RetireRoom';
  readonly roomId: RoomId;
  /** Which reservations in the way are cancelled; for any other they are answered, and nothing is changed. */
  readonly cancelThem: CancelThem;
};

type Streams = WayStreams & { readonly room: RoomRef };

/**
 * Takes a room out of service until it is reinstated. In the way is every reservation of it that
 * has not ended.
 *
 * Reads the room, its existing days from yesterday on, and what is in the way; appends to the room,
 * and with `cancelThem` to each reservation in the way and all its days, all or none. Guards the
 * existing days: a booking of another meanwhile guards the room.
 *
 * Refuses NOT_ALLOWED, ROOM_UNKNOWN, ROOM_RETIRED (so also when decided twice), and what
 * `clearTheWay` refuses.
 */
export const retireRoom = defineCommand<
  RetireRoom,
  Streams,
  { roomId: RoomId; cancelled: readonly ReservationId[] }
>({
  type: 'RetireRoom',
  home: ({ roomId }) => roomStream(roomId),

  reads: ({ roomId }, { room, ...way }, { now }) => {
    const open = room && roomInService(room);
    return {
      room: roomStream(roomId),
      ...(open && !isRefusal(open)
        ? readTheWay(daysAround(roomId, from(now), open.timeZone), from(now), way)
        : nothingToClear),
    };
  },

  decide: ({ roomId, cancelThem }, { room, ...way }, { actor, now }) => {
    const notAllowed = mayManageRooms(actor);
    if (notAllowed) return notAllowed;
    const open = roomInService(room);
    if (isRefusal(open)) return open;
    const cause = { code: 'ROOM_RETIRED', roomId } as const;
    const cleared = clearTheWay(way, from(now), cause, cancelThem);
    if (isRefusal(cleared)) return cleared;
    return accept(
      { roomId, cancelled: cleared.cancelled },
      [append(room, { type: 'RoomRetired', data: { roomId } }), ...cleared.appends],
      [daysAround(roomId, from(now), open.timeZone)],
    );
  },
});

const from = (now: Instant) => ({ start: now, end: endOfTime });
