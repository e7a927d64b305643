import { Temporal } from 'temporal-polyfill';
import { plusDays } from './days';
import { instantOf, intersection } from './instants';
import { memo } from './memo';
import type { Instant, LocalDate, Period, TimeZone } from './time';

/**
 * The first instant of a date in a zone and that of the next date, as Temporal gives them. The day
 * may last 23 or 25 hours, begin at 01:00 where midnight is passed over, and be empty where a zone
 * passed over the whole date.
 * Throws a RangeError for a date or a zone that does not exist.
 */
export const dayOf = (date: LocalDate, timeZone: TimeZone): Period =>
  zonedDay(date, timeZone).period;

/** The date on which an instant lies in a zone. */
export const dateAt = (instant: Instant, timeZone: TimeZone): LocalDate => {
  // No zone is more than a day away from UTC.
  let date = instant.slice(0, 10) as LocalDate;
  for (;;) {
    const day = dayOf(date, timeZone);
    if (day.start <= instant && instant < day.end) return date;
    date = plusDays(date, instant < day.start ? -1 : 1);
  }
};

/** The part of a period that lies on one date, and that date's bounds. */
export type DayPiece = { readonly date: LocalDate; readonly day: Period; readonly piece: Period };

/**
 * A period cut at the starts of a zone's days: a piece for each date it touches, in order, together
 * exactly the period. An empty period has none.
 *
 * @example 23:00 to 01:30 has one piece to midnight and one from midnight; 23:00 to 24:00 has one.
 */
export const dayPieces = (period: Period, timeZone: TimeZone): readonly DayPiece[] => {
  const pieces: DayPiece[] = [];
  if (period.end <= period.start) return pieces;
  let date = dateAt(period.start, timeZone);
  for (;;) {
    const day = dayOf(date, timeZone);
    // A date that was passed over is empty.
    if (day.start < day.end) pieces.push({ date, day, piece: intersection(period, day) });
    if (period.end <= day.end) return pieces;
    date = plusDays(date, 1);
  }
};

/**
 * The offset from UTC of every moment from the day before a date to the day after it, `+01:00`;
 * undefined when a clock is changed in these three days.
 */
export const steadyOffset = (date: LocalDate, timeZone: TimeZone): string | undefined =>
  zonedDay(date, timeZone).steadyOffset;

/** An IANA time zone that Temporal knows by this very name: no offset, no other spelling. */
export const zoneExists = (timeZone: string): boolean => {
  if (/^[+-]/.test(timeZone)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, timeZone).timeZoneId === timeZone;
  } catch {
    return false;
  }
};

type ZonedDay = { readonly period: Period; readonly steadyOffset: string | undefined };

const zonedDay = memo((date: LocalDate, timeZone: TimeZone): ZonedDay => {
  const plain = Temporal.PlainDate.from(date);
  const start = plain.toZonedDateTime(timeZone);
  const end = plain.add({ days: 1 }).toZonedDateTime(timeZone);
  const change = start.subtract({ hours: 24 }).getTimeZoneTransition('next');
  const changesSoon = change && Temporal.ZonedDateTime.compare(change, end.add({ hours: 24 })) <= 0;
  return {
    period: { start: instantOf(start.epochMilliseconds), end: instantOf(end.epochMilliseconds) },
    steadyOffset: changesSoon ? undefined : start.offset,
  };
});
