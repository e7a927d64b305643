import {
  clearTheWay,
  daysAround,
  nothingToClear,
  readTheWay,
  type CancelThem,
  type WayStreams,
} from '@/domain/room-day/clear-the-way';
import { roomInService } from '@/domain/room/room-in-service';
import { roomStream, type OpenRoom, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { ClosureId, ReservationId, RoomId } from '@/domain/shared/ids';
import { mayManageRooms } from '@/domain/shared/permissions';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import type { Instant, Slot, Wish } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';

export type CloseRoom = Command & {
  readonly type: 'CloseRoom';
  readonly roomId: RoomId;
  readonly closureId: ClosureId;
  /** The closed period, half-open, on the room's wall. */
  readonly wish: Wish;
  readonly reason: string;
  /** Which reservations in the way are cancelled; for any other they are answered, and nothing is changed. */
  readonly cancelThem: CancelThem;
};

type Streams = WayStreams & { readonly room: RoomRef };

/**
 * Closes a room for a period, which may have begun but not ended. In the way is every reservation
 * that has not ended and overlaps it; a buffer alone is not.
 *
 * Reads the room, its existing days around the period, and what is in the way; appends to the room,
 * and with `cancelThem` to each reservation in the way and all its days, all or none. Guards the
 * existing days: a booking of another meanwhile guards the room.
 *
 * Refuses NOT_ALLOWED, ROOM_UNKNOWN, ROOM_RETIRED; ID_IN_USE for a closure that stands, so also when
 * decided twice; TIME_DOES_NOT_EXIST, TIME_HAPPENS_TWICE, PERIOD_EMPTY, IN_THE_PAST; and what
 * `clearTheWay` refuses.
 */
export const closeRoom = defineCommand<
  CloseRoom,
  Streams,
  { roomId: RoomId; cancelled: readonly ReservationId[] }
>({
  type: 'CloseRoom',
  home: ({ roomId }) => roomStream(roomId),

  reads: (command, { room, ...way }, { now }) => {
    const open = room && roomInService(room);
    const closed = open && !isRefusal(open) ? periodOf(command, open, now) : undefined;
    return {
      room: roomStream(command.roomId),
      ...(closed && !isRefusal(closed)
        ? readTheWay(around(closed, command.roomId, now), toCome(closed, now), way)
        : nothingToClear),
    };
  },

  decide: (command, { room, ...way }, { actor, now }) => {
    const notAllowed = mayManageRooms(actor);
    if (notAllowed) return notAllowed;
    const open = roomInService(room);
    if (isRefusal(open)) return open;
    const { roomId, closureId, reason, cancelThem } = command;
    if (open.closures.some((closure) => closure.closureId === closureId)) {
      return { code: 'ID_IN_USE' };
    }
    const closed = periodOf(command, open, now);
    if (isRefusal(closed)) return closed;
    const cause = { code: 'ROOM_CLOSED', roomId } as const;
    const cleared = clearTheWay(way, toCome(closed, now), cause, cancelThem);
    if (isRefusal(cleared)) return cleared;
    return accept(
      { roomId, cancelled: cleared.cancelled },
      [
        append(room, { type: 'RoomClosed', data: { closureId, closed, reason } }),
        ...cleared.appends,
      ],
      [around(closed, roomId, now)],
    );
  },
});

const periodOf = ({ wish }: CloseRoom, { timeZone }: OpenRoom, now: Instant): Slot | Refusal => {
  const closed = slotOf(wish, timeZone);
  if (isRefusal(closed)) return closed;
  if (closed.end <= closed.start) return { code: 'PERIOD_EMPTY' };
  return closed.end <= now ? { code: 'IN_THE_PAST', now } : closed;
};

/** What has ended is not in the way: only what is left of the period counts. */
const toCome = ({ start, end }: Slot, now: Instant) => ({ start: start > now ? start : now, end });

const around = (closed: Slot, roomId: RoomId, now: Instant) =>
  daysAround(roomId, toCome(closed, now), closed.timeZone);
