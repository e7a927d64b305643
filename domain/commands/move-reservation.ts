import { stillReserved } from '@/domain/reservation/changeable';
import {
  reservationStream,
  type GrantedSlot,
  type ReservationRef,
} from '@/domain/reservation/reservation';
import { daysOf, guardsOf, holdSlot, releaseSlots } from '@/domain/room-day/hold-slot';
import type { RoomDayRef } from '@/domain/room-day/room-day';
import { soonEnough } from '@/domain/room/booking-rules';
import { grantSlot } from '@/domain/room/grant-slot';
import { roomStream, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import type { Loaded } from '@/domain/shared/stream';
import type { Instant, Wish } from '@/domain/shared/time';

export type MoveReservation = Command & {
  readonly type: 'MoveReservation';
  readonly reservationId: ReservationId;
  readonly roomId: RoomId;
  readonly wish: Wish;
};

type Streams = {
  readonly reservation: ReservationRef;
  readonly oldRoom: RoomRef | undefined;
  readonly room: RoomRef;
  readonly oldDays: readonly RoomDayRef[];
  readonly days: readonly RoomDayRef[];
};

/**
 * Moves a reservation to another time, another room, or both, by the rules of that room as they
 * are now. The old slot is kept until the new one is granted. It stays its owner's, also when a
 * manager moves it. One that has begun may go on elsewhere or until another time, if it keeps its
 * start.
 *
 * Reads the reservation, both rooms and the days of both slots; appends to the reservation and
 * those days, all or none. Refuses what `stillReserved`, `grantSlot` and `holdSlot` refuse; TOO_SOON also
 * when the old start is nearer than the lead time of the old room; NOTHING_CHANGED for the slot it
 * has, so also when decided twice.
 */
export const moveReservation = defineCommand<
  MoveReservation,
  Streams,
  { reservationId: ReservationId }
>({
  type: 'MoveReservation',
  home: ({ reservationId }) => reservationStream(reservationId),

  reads: ({ reservationId, roomId, wish }, { reservation, room }, { now }) => {
    const from = reservation?.state.status === 'reserved' ? reservation.state.granted : undefined;
    const to = from && room && grantSlot(room, wish, now, from.slot);
    return {
      reservation: reservationStream(reservationId),
      oldRoom: from && roomStream(from.roomId),
      room: roomStream(roomId),
      oldDays: from ? daysOf(from) : [],
      days: to && !isRefusal(to) ? daysOf(to) : [],
    };
  },

  decide: (command, { reservation, oldRoom, room, oldDays, days }, context) => {
    const { reservationId, wish } = command;
    const { now } = context;
    const reserved = stillReserved(reservation.state, reservationId, context);
    if (isRefusal(reserved)) return reserved;
    const from = reserved.granted;
    const tooSoon = mayStillLeave(oldRoom, from, now);
    if (tooSoon) return tooSoon;
    const to = grantSlot(room, wish, now, from.slot);
    if (isRefusal(to)) return to;
    if (samePlace(from, to)) return { code: 'NOTHING_CHANGED' };
    const holds = holdSlot(to, reserved, days);
    if (isRefusal(holds)) return holds;
    return accept(
      { reservationId },
      [
        append(reservation, { type: 'ReservationMoved', data: { from, to } }),
        ...releaseSlots([reservationId], oldDays),
        ...holds,
      ],
      guardsOf(room, holds, days),
    );
  },
});

const samePlace = (from: GrantedSlot, to: GrantedSlot) =>
  from.roomId === to.roomId && from.slot.start === to.slot.start && from.slot.end === to.slot.end;

const mayStillLeave = (
  oldRoom: Loaded<RoomRef> | undefined,
  { slot }: GrantedSlot,
  now: Instant,
): Refusal | undefined =>
  oldRoom && oldRoom.state.status !== 'unknown' && slot.start > now
    ? soonEnough(oldRoom.state.rules, slot.start, now)
    : undefined;
