import {
  reservationStream,
  type ReservationRef,
  type ReservationRejected,
  type RoomReserved,
} from '@/domain/reservation/reservation';
import { daysOf, guardsOf, holdSlot } from '@/domain/room-day/hold-slot';
import type { RoomDayRef } from '@/domain/room-day/room-day';
import { grantSlot } from '@/domain/room/grant-slot';
import { roomStream, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import { isRefusal } from '@/domain/shared/refusal';
import type { Sealed } from '@/domain/shared/sealed';
import type { Wish } from '@/domain/shared/time';

export type BookRoom = Command & {
  readonly type: 'BookRoom';
  readonly reservationId: ReservationId;
  readonly roomId: RoomId;
  readonly wish: Wish;
  readonly title: Sealed;
  readonly note?: Sealed;
};

type Streams = {
  readonly reservation: ReservationRef;
  readonly room: RoomRef;
  readonly days: readonly RoomDayRef[];
};

/**
 * Books a room for who asks, from start to end on the room's wall (half-open).
 *
 * Reads the reservation and the room, then the days the slot touches; appends to the reservation
 * and to those days, all or none. Refuses what `grantSlot` and `holdSlot` refuse, and a
 * reservation id that was used before (ID_IN_USE): so does a booking decided twice. Every other
 * refusal is kept as ReservationRejected in the reservation's own stream.
 */
export const bookRoom = defineCommand<BookRoom, Streams, { reservationId: ReservationId }>({
  type: 'BookRoom',
  home: ({ reservationId }) => reservationStream(reservationId),

  reads: ({ reservationId, roomId, wish }, { room }, { now }) => {
    const granted = room && grantSlot(room, wish, now);
    return {
      reservation: reservationStream(reservationId),
      room: roomStream(roomId),
      days: granted && !isRefusal(granted) ? daysOf(granted) : [],
    };
  },

  decide: (command, { reservation, room, days }, { actor, now }) => {
    const { reservationId, wish, title, note } = command;
    if (reservation.position > 0) return { code: 'ID_IN_USE' };
    const granted = grantSlot(room, wish, now);
    if (isRefusal(granted)) return granted;
    const holds = holdSlot(granted, { reservationId, memberId: actor.id }, days);
    if (isRefusal(holds)) return holds;
    const reserved: RoomReserved = {
      type: 'RoomReserved',
      data: { reservationId, memberId: actor.id, granted, title, ...(note && { note }) },
    };
    return accept(
      { reservationId },
      [append(reservation, reserved), ...holds],
      guardsOf(room, holds, days),
    );
  },

  refused: (command, refusal, { reservation }, { actor }) => {
    if (reservation.position > 0) return [];
    const { reservationId, roomId, wish } = command;
    const wished = { startsAt: wish.startsAt, endsAt: wish.endsAt };
    const rejected: ReservationRejected = {
      type: 'ReservationRejected',
      data: { reservationId, memberId: actor.id, roomId, wished, refusal },
    };
    return [append(reservation, rejected)];
  },
});
