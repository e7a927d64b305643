import { formatLength } from '@/app/_shared/format-duration';
import { timeOf, wallClock } from '@/app/_shared/format';
import { overlaps } from '@/domain/shared/instants';
import type { Instant, Period, TimeZone } from '@/domain/shared/time';

/**
 * Says of a free time how long it lasts, and what of it could be booked where that is less: time is
 * kept free after a reservation, notice is needed, or what is left is too short.
 *
 * @example 'Free for 4 h 45 min, can be booked to 16:45'
 */
export const freeText = (free: Period, bookable: readonly Period[], timeZone: TimeZone): string => {
  const time = (instant: Instant) => timeOf(wallClock(instant, timeZone));
  const parts = bookable.filter((part) => overlaps(part, free));
  const [first, last] = [parts[0], parts.at(-1)];
  const lasts = `Free for ${formatLength(free)}`;
  if (!first || !last) return `${lasts}, cannot be booked`;
  const from = first.start > free.start ? ` from ${time(first.start)}` : '';
  const to = last.end < free.end ? ` to ${time(last.end)}` : '';
  return from || to ? `${lasts}, can be booked${from}${to}` : lasts;
};
