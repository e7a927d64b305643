import type { GrantedSlot } from '@/domain/reservation/reservation';
import { minutesOf, overlaps, plusMinutes } from '@/domain/shared/instants';
import { isRefusal, type Winner } from '@/domain/shared/refusal';
import type { Instant, Period } from '@/domain/shared/time';
import { dayOf } from '@/domain/shared/zoned-days';
import { slotOf } from '@/domain/shared/wall-clock';
import { zoneOf, type RefusalContext } from './wording';

/** What of a reservation and a wish met. */
export type Collision =
  /** The times themselves. */
  | { readonly met: 'times' }
  /** Only what would have been kept free after the wished time; `minutes` and `endBy` where known. */
  | { readonly met: 'time after the wish'; readonly minutes?: number; readonly endBy?: Instant }
  /** Only what is kept free after the reservation. */
  | {
      readonly met: 'time after the reservation';
      readonly minutes: number;
      readonly startFrom: Instant;
    };

/** Tells it as far as it is known; without more it is taken that the times met. */
export const collisionOf = (winner: Winner, context: RefusalContext): Collision => {
  const { wished, winnerGranted, room } = context;
  const slot = wished && slotOf(wished, zoneOf(context));
  if (!slot || isRefusal(slot)) return { met: 'times' };
  if (!overlaps(slot, winner.held)) {
    const minutes = room?.rules.bufferMinutes ?? 0;
    // The rules may have changed since; they are told only where they explain what happened.
    const explains = plusMinutes(slot.end, minutes) > winner.held.start;
    const endBy = plusMinutes(winner.held.start, -minutes);
    return { met: 'time after the wish', ...(explains && { minutes, endBy }) };
  }
  const used = usedBy(winner, winnerGranted, context.roomId);
  if (!used || !winnerGranted || overlaps(slot, used)) return { met: 'times' };
  const { heldUntil } = winnerGranted;
  const minutes = minutesOf({ start: used.end, end: heldUntil });
  return { met: 'time after the reservation', minutes, startFrom: heldUntil };
};

/**
 * The times a winner was booked for, without what is kept free after them; undefined where its
 * reservation is not known, or was moved since.
 */
export const usedBy = (
  { held, date }: Winner,
  granted: GrantedSlot | undefined,
  roomId: string | undefined,
): Period | undefined => {
  if (!granted || granted.roomId !== roomId) return undefined;
  const { slot, heldUntil } = granted;
  // Over midnight the winner names the piece of one day.
  const day = dayOf(date, slot.timeZone);
  const begins = slot.start === held.start || (slot.start < day.start && held.start === day.start);
  const ends = heldUntil === held.end || (heldUntil > day.end && held.end === day.end);
  return begins && ends ? { start: slot.start, end: slot.end } : undefined;
};
