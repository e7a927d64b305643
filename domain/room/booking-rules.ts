import { dateOf, minuteOfDay, plusDays } from '@/domain/shared/days';
import { minutesOf, plusMinutes } from '@/domain/shared/instants';
import type { Contradiction, Refusal } from '@/domain/shared/refusal';
import type { Instant, Slot } from '@/domain/shared/time';
import { dateAt } from '@/domain/shared/zoned-days';
import type { BookingRules } from './room';

/**
 * Rules can be kept together: the grid divides the day evenly, the shortest and the longest
 * reservation are multiples of it, and the shortest is not longer than the longest; lead time,
 * horizon and buffer are whole and not negative (a negative buffer would let reservations overlap).
 * Refuses RULES_CONTRADICT with the rule that is wrong.
 */
export const consistent = (rules: BookingRules): Refusal | undefined => {
  const { gridMinutes, shortestMinutes, longestMinutes } = rules;
  const onGrid = (minutes: number) => minutes > 0 && minutes % gridMinutes === 0;
  if (!isCount(gridMinutes) || gridMinutes === 0 || minutesOfADay % gridMinutes !== 0)
    return contradicts('grid');
  if (!onGrid(shortestMinutes) || shortestMinutes > longestMinutes) return contradicts('shortest');
  if (!onGrid(longestMinutes)) return contradicts('longest');
  if (!isCount(rules.leadTimeMinutes)) return contradicts('leadTime');
  if (!isCount(rules.horizonDays)) return contradicts('horizon');
  return isCount(rules.bufferMinutes) ? undefined : contradicts('buffer');
};

/** True when two sets of rules say the same. */
export const sameRules = (a: BookingRules, b: BookingRules): boolean =>
  a.gridMinutes === b.gridMinutes &&
  a.shortestMinutes === b.shortestMinutes &&
  a.longestMinutes === b.longestMinutes &&
  a.leadTimeMinutes === b.leadTimeMinutes &&
  a.horizonDays === b.horizonDays &&
  a.bufferMinutes === b.bufferMinutes;

/** Start and end lie on the grid by the wall clock. Refuses OFF_THE_GRID. */
export const onTheGrid = ({ gridMinutes }: BookingRules, slot: Slot): Refusal | undefined =>
  minuteOfDay(slot.startsAt) % gridMinutes === 0 && minuteOfDay(slot.endsAt) % gridMinutes === 0
    ? undefined
    : { code: 'OFF_THE_GRID', gridMinutes };

/**
 * A reservation lasts as long as the room allows, in real minutes: from 01:00 to 04:00 is two hours
 * in the night in which the clock is set forward. Refuses TOO_SHORT, TOO_LONG.
 */
export const longEnough = (rules: BookingRules, slot: Slot): Refusal | undefined => {
  const { shortestMinutes, longestMinutes } = rules;
  const minutes = minutesOf(slot);
  if (minutes < shortestMinutes) return { code: 'TOO_SHORT', minutes, shortestMinutes };
  return minutes > longestMinutes ? { code: 'TOO_LONG', minutes, longestMinutes } : undefined;
};

/** A start is at least the lead time away, if there is one. Refuses TOO_SOON with the earliest start. */
export const soonEnough = (
  { leadTimeMinutes }: BookingRules,
  start: Instant,
  now: Instant,
): Refusal | undefined => {
  if (leadTimeMinutes === 0) return undefined;
  const earliest = plusMinutes(now, leadTimeMinutes);
  return start < earliest ? { code: 'TOO_SOON', leadTimeMinutes, earliest } : undefined;
};

/** The date of the start, on the wall, is within the horizon. Refuses TOO_FAR_AHEAD with the last date. */
export const nearEnough = (
  { horizonDays }: BookingRules,
  { startsAt, timeZone }: Pick<Slot, 'startsAt' | 'timeZone'>,
  now: Instant,
): Refusal | undefined => {
  const latest = plusDays(dateAt(now, timeZone), horizonDays);
  return dateOf(startsAt) > latest ? { code: 'TOO_FAR_AHEAD', horizonDays, latest } : undefined;
};

const minutesOfADay = 1440;

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

const contradicts = (rule: Contradiction): Refusal => ({
  code: 'RULES_CONTRADICT',
  rule,
});
