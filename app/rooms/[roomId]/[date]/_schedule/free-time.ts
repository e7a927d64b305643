import type { BookingRules } from '@/domain/room/room';
import { instantOf, minutesOf, plusMinutes } from '@/domain/shared/instants';
import type { Instant, Period } from '@/domain/shared/time';
import type { Schedule } from './schedule-model';

/** The open times of the day that nothing holds, in order. What is past is not free any more. */
export const freeTimes = ({ open, closed, blocks, now }: Schedule): readonly Period[] => {
  const taken = [
    { start: instantOf(0), end: now },
    ...closed,
    ...blocks.map(({ used, buffer }) => ({ start: used.start, end: buffer.end })),
  ];
  return taken.reduce(without, open);
};

const without = (free: readonly Period[], taken: Period): readonly Period[] =>
  free.flatMap(({ start, end }) =>
    [
      { start, end: earlier(end, taken.start) },
      { start: later(start, taken.end), end },
    ].filter((rest) => rest.start < rest.end),
  );

const usualMinutes = 60;

/** The first hour or so of a bookable time: what a form suggests. */
const suggestedIn = (bookable: Period, rules: BookingRules): Period => {
  const usual = Math.ceil(usualMinutes / rules.gridMinutes) * rules.gridMinutes;
  const wanted = Math.min(Math.max(usual, rules.shortestMinutes), rules.longestMinutes);
  const lasts = Math.min(wanted, minutesOf(bookable));
  return { start: bookable.start, end: plusMinutes(bookable.start, lasts) };
};

/** A bookable time in parts of about an hour, as they are offered in the drawing. */
export const hourly = (bookable: Period, rules: BookingRules): readonly Period[] => {
  const part = suggestedIn(bookable, rules);
  const rest = { start: part.end, end: bookable.end };
  const enough = rest.start < rest.end && minutesOf(rest) >= rules.shortestMinutes;
  return enough ? [part, ...hourly(rest, rules)] : [part];
};

const later = (a: Instant, b: Instant) => (a > b ? a : b);
const earlier = (a: Instant, b: Instant) => (a < b ? a : b);
