import { endOfTime, type Instant, type Period } from './time';

const minute = 60_000;
const first = Date.parse('0000-01-01T00:00:00.000Z');
const last = Date.parse(endOfTime);

/**
 * `2026-11-20T09:00:00.000Z` from milliseconds since 1970. What lies before the year 0 or after 9999
 * becomes the first or the last instant of these: only within them do instants compare as text.
 */
export const instantOf = (milliseconds: number): Instant =>
  new Date(Math.min(Math.max(milliseconds, first), last)).toISOString() as Instant;

/** Milliseconds since 1970. */
export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

/** The instant so many minutes later; earlier when negative. */
export const plusMinutes = (instant: Instant, minutes: number): Instant =>
  minutes === 0 ? instant : instantOf(millisecondsOf(instant) + minutes * minute);

/** Real minutes in a period, whatever the clock on the wall did meanwhile; negative when it ends first. */
export const minutesOf = ({ start, end }: Period): number =>
  (millisecondsOf(end) - millisecondsOf(start)) / minute;

/**
 * True when two half-open periods share a moment.
 *
 * @example overlaps(nineToTen, tenToEleven) // false: they only touch
 */
export const overlaps = (a: Period, b: Period): boolean => a.start < b.end && b.start < a.end;

/** What two overlapping periods share. */
export const intersection = (a: Period, b: Period): Period => ({
  start: a.start > b.start ? a.start : b.start,
  end: a.end < b.end ? a.end : b.end,
});
