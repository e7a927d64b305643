import { stillReserved } from '@/domain/reservation/changeable';
import { reservationStream, type ReservationRef } from '@/domain/reservation/reservation';
import { daysOf, releaseSlots } from '@/domain/room-day/hold-slot';
import type { RoomDayRef } from '@/domain/room-day/room-day';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { ReservationId } from '@/domain/shared/ids';
import { isRefusal } from '@/domain/shared/refusal';

export type CancelReservation = Command & {
  readonly type: 'CancelReservation';
  readonly reservationId: ReservationId;
};

type Streams = { readonly reservation: ReservationRef; readonly days: readonly RoomDayRef[] };

/**
 * Cancels a reservation that has not ended, also one that has begun: its slot is free at once.
 *
 * Reads the reservation, then its days; appends to all of them, or to none.
 * Refuses what `stillReserved` refuses; decided twice, ALREADY_CANCELLED.
 */
export const cancelReservation = defineCommand<
  CancelReservation,
  Streams,
  { reservationId: ReservationId }
>({
  type: 'CancelReservation',
  home: ({ reservationId }) => reservationStream(reservationId),

  reads: ({ reservationId }, { reservation }) => ({
    reservation: reservationStream(reservationId),
    days: reservation?.state.status === 'reserved' ? daysOf(reservation.state.granted) : [],
  }),

  decide: ({ reservationId }, { reservation, days }, context) => {
    const refusal = stillReserved(reservation.state, reservationId, context);
    if (isRefusal(refusal)) return refusal;
    return accept({ reservationId }, [
      append(reservation, { type: 'ReservationCancelled', data: { reservationId } }),
      ...releaseSlots([reservationId], days),
    ]);
  },
});
