import type { DecisionContext } from '@/domain/shared/command';
import type { ReservationId } from '@/domain/shared/ids';
import { mayChangeReservation } from '@/domain/shared/permissions';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import type {
  CancelledReservation,
  GrantedSlot,
  Reservation,
  ReservedReservation,
} from './reservation';

/**
 * A reservation that stands, has not ended, and that the actor may change.
 * Refuses RESERVATION_UNKNOWN, NOT_YOURS, RESERVATION_REJECTED, ALREADY_CANCELLED, ALREADY_ENDED.
 */
export const stillReserved = (
  state: Reservation,
  reservationId: ReservationId,
  context: DecisionContext,
): ReservedReservation | Refusal => {
  const reservation = granted(state, reservationId, context);
  if (isRefusal(reservation)) return reservation;
  if (reservation.status === 'cancelled') {
    return { code: 'ALREADY_CANCELLED', cancelledAt: reservation.cancelledAt };
  }
  return ended(reservation.granted, context) ?? reservation;
};

/**
 * A reservation that was cancelled, would not have ended yet, and that the actor may change.
 * Refuses RESERVATION_UNKNOWN, NOT_YOURS, RESERVATION_REJECTED, NOT_CANCELLED, ALREADY_ENDED.
 */
export const cancelled = (
  state: Reservation,
  reservationId: ReservationId,
  context: DecisionContext,
): CancelledReservation | Refusal => {
  const reservation = granted(state, reservationId, context);
  if (isRefusal(reservation)) return reservation;
  if (reservation.status === 'reserved') return { code: 'NOT_CANCELLED' };
  return ended(reservation.granted, context) ?? reservation;
};

const granted = (
  state: Reservation,
  reservationId: ReservationId,
  { actor }: DecisionContext,
): ReservedReservation | CancelledReservation | Refusal => {
  if (state.status === 'unknown') return { code: 'RESERVATION_UNKNOWN', reservationId };
  const notYours = mayChangeReservation(actor, state.memberId);
  if (notYours) return notYours;
  return state.status === 'rejected' ? { code: 'RESERVATION_REJECTED', reservationId } : state;
};

const ended = ({ slot }: GrantedSlot, { now }: DecisionContext): Refusal | undefined =>
  slot.end <= now ? { code: 'ALREADY_ENDED', endedAt: slot.end } : undefined;
