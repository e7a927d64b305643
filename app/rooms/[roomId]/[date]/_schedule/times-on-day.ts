import { formatPeriod, formatTimes, wallSlot } from '@/app/_shared/format-slot';
import type { Period, TimeZone } from '@/domain/shared/time';

/**
 * The times of what lies on a day, as a part of it: of what began before that day or ends after it,
 * those of the whole, with its dates.
 *
 * @example '22:00 – Sun 30 Nov, 02:00' on the first day, with the first date before it on the next
 */
export const timesOnDay = (part: Period, whole: Period, timeZone: TimeZone): string => {
  if (whole.start < part.start) return formatPeriod(whole, timeZone);
  return formatTimes(wallSlot({ start: part.start, end: later(part.end, whole.end) }, timeZone));
};

const later = <T extends string>(a: T, b: T) => (a > b ? a : b);
