import type { KnownReservation } from '@/infrastructure/queries/reservation';
import type { Instant } from '@/domain/shared/time';

/** What a reservation is at a moment, in the words of people. */
export type StatusNow = 'confirmed' | 'under way' | 'ended' | 'cancelled' | 'refused';

/** Tells it; a cancelled one stays cancelled when its time has passed. */
export const statusAt = (reservation: KnownReservation, now: Instant): StatusNow => {
  switch (reservation.status) {
    case 'rejected':
      return 'refused';
    case 'cancelled':
      return 'cancelled';
    case 'reserved': {
      const { start, end } = reservation.granted.slot;
      if (end <= now) return 'ended';
      return start <= now ? 'under way' : 'confirmed';
    }
    default: {
      const unknown: never = reservation;
      return unknown;
    }
  }
};
