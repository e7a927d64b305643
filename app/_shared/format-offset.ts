import type { Instant, TimeZone } from '@/domain/shared/time';
import { formatOffset, wallClock } from './format';

const minuteMs = 60_000;

/** The offset from UTC in a zone at a moment: `UTC+1`. */
export const formatOffsetAt = (instant: Instant, timeZone: TimeZone): string => {
  const wall = Date.parse(`${wallClock(instant, timeZone)}:00Z`) / minuteMs;
  const minutes = wall - Math.floor(Date.parse(instant) / minuteMs);
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return formatOffset(`${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`);
};
