import { cancelled } from '@/domain/reservation/changeable';
import { reservationStream, type ReservationRef } from '@/domain/reservation/reservation';
import { daysOf, guardsOf, holdSlot } from '@/domain/room-day/hold-slot';
import type { RoomDayRef } from '@/domain/room-day/room-day';
import { roomStream, type RoomRef } from '@/domain/room/room';
import { notClosed, roomInService } from '@/domain/room/room-in-service';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { ReservationId } from '@/domain/shared/ids';
import { isRefusal } from '@/domain/shared/refusal';

export type RestoreReservation = Command & {
  readonly type: 'RestoreReservation';
  readonly reservationId: ReservationId;
};

type Streams = {
  readonly reservation: ReservationRef;
  readonly room: RoomRef | undefined;
  readonly days: readonly RoomDayRef[];
};

/**
 * Takes a cancelling back: the same slot with the buffer it had, if it is still free. What the
 * rules of the room have become since does not matter, but it must be in use and not closed then.
 *
 * Reads the reservation, then its room and days; appends to the reservation and the days, all or
 * none. Refuses what `cancelled` refuses (decided twice, NOT_CANCELLED), ROOM_RETIRED,
 * ROOM_CLOSED, and what `holdSlot` refuses.
 */
export const restoreReservation = defineCommand<
  RestoreReservation,
  Streams,
  { reservationId: ReservationId }
>({
  type: 'RestoreReservation',
  home: ({ reservationId }) => reservationStream(reservationId),

  reads: ({ reservationId }, { reservation }) => {
    const granted =
      reservation?.state.status === 'cancelled' ? reservation.state.granted : undefined;
    return {
      reservation: reservationStream(reservationId),
      room: granted && roomStream(granted.roomId),
      days: granted ? daysOf(granted) : [],
    };
  },

  decide: ({ reservationId }, { reservation, room, days }, context) => {
    const before = cancelled(reservation.state, reservationId, context);
    if (isRefusal(before)) return before;
    if (!room) throw new Error(`The room of reservation ${reservationId} was not read`);
    const open = roomInService(room);
    if (isRefusal(open)) return open;
    const closed = notClosed(open, before.granted.slot);
    if (closed) return closed;
    const holds = holdSlot(before.granted, before, days);
    if (isRefusal(holds)) return holds;
    const granted = { ...before.granted, roomPosition: room.position };
    return accept(
      { reservationId },
      [append(reservation, { type: 'ReservationRestored', data: { granted } }), ...holds],
      guardsOf(room, holds, days),
    );
  },
});
