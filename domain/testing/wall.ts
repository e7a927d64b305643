import { Temporal } from 'temporal-polyfill';
import type {
  Instant,
  LocalDate,
  LocalDateTime,
  Occurrence,
  Period,
  Slot,
  TimeZone,
  Wish,
} from '@/domain/shared/time';
import { weekdays, type Weekday } from '@/domain/room/room';
import { remembered } from './remembered';

/**
 * Wall clock and days worked out by Temporal alone, without the domain's own code, so that a test
 * that compares with it can fail for a mistake there.
 */

export const zurich = 'Europe/Zurich' as TimeZone;
export const newYork = 'America/New_York' as TimeZone;

/** Which of two equal times is meant. */
export type Occurrences = { readonly start?: Occurrence; readonly end?: Occurrence };

/**
 * A wish in the room's wall clock; an end without a date is on the date of the start.
 *
 * @example wish('2026-11-24T09:00', '10:00')
 */
export const wish = (start: string, end: string, { start: s, end: e }: Occurrences = {}): Wish => ({
  startsAt: start as LocalDateTime,
  endsAt: (end.includes('T') ? end : `${start.slice(0, 10)}T${end}`) as LocalDateTime,
  ...(s && { startOccurrence: s }),
  ...(e && { endOccurrence: e }),
});

/** The slot of a wish. Throws a RangeError for a time that does not exist, or happens twice. */
export const slotAt = (wished: Wish, timeZone: TimeZone = zurich): Slot => {
  const { startsAt, endsAt, startOccurrence = 'reject', endOccurrence = 'reject' } = wished;
  const [start, startOffset] = momentAt(startsAt, timeZone, startOccurrence);
  const [end, endOffset] = momentAt(endsAt, timeZone, endOccurrence);
  return { start, end, startsAt, endsAt, startOffset, endOffset, timeZone };
};

/** An instant so many minutes after another. */
export const after = (from: Instant, minutes: number): Instant =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString() as Instant;

/** The wall-clock time so many minutes later, counted on the wall alone. */
export const wallAfter = (wall: string, minutes: number): LocalDateTime =>
  after(`${wall}Z` as Instant, minutes).slice(0, wall.length) as LocalDateTime;

/** The first instant of a date and that of the next. */
export const dayAt = remembered((date: LocalDate, timeZone: TimeZone): Period => {
  const plain = Temporal.PlainDate.from(date);
  return {
    start: instant(plain.toZonedDateTime(timeZone)),
    end: instant(plain.add({ days: 1 }).toZonedDateTime(timeZone)),
  };
});

/** The date on the wall at an instant. */
export const dateAt = (at: Instant, timeZone: TimeZone): LocalDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as LocalDate;

/** The time on the wall at an instant, `09:30`. */
export const timeAt = (at: Instant, timeZone: TimeZone): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);

/** The weekday of a date. */
export const weekdayOf = (date: LocalDate): Weekday =>
  weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'mon';

/** The part of a period on one date, and the first instant of that date and of the next. */
export type Cut = { readonly date: LocalDate; readonly day: Period; readonly piece: Period };

/** A period cut at the starts of the days it touches. */
export const cut = ({ start, end }: Period, timeZone: TimeZone): readonly Cut[] =>
  cutAt(start, end, timeZone);

const cutAt = remembered((start: Instant, end: Instant, timeZone: TimeZone): readonly Cut[] => {
  const first = Temporal.PlainDate.from(dateAt(start, timeZone));
  const last = Temporal.PlainDate.from(dateAt(end, timeZone));
  const days = Array.from({ length: first.until(last).days + 1 }, (_, n) => first.add({ days: n }));
  return days.flatMap((plain) => {
    const date = plain.toString() as LocalDate;
    const day = dayAt(date, timeZone);
    const piece = {
      start: day.start > start ? day.start : start,
      end: day.end < end ? day.end : end,
    };
    return piece.start < piece.end ? [{ date, day, piece }] : [];
  });
});

const instant = (zoned: Temporal.ZonedDateTime) =>
  new Date(zoned.epochMilliseconds).toISOString() as Instant;

const momentAt = remembered(
  (wall: LocalDateTime, timeZone: TimeZone, occurrence: Occurrence): readonly [Instant, string] => {
    const zoned = zonedAt(Temporal.PlainDateTime.from(wall), timeZone, occurrence);
    return [instant(zoned), zoned.offset];
  },
);

const zonedAt = (plain: Temporal.PlainDateTime, timeZone: TimeZone, occurrence: Occurrence) => {
  switch (occurrence) {
    case 'earlier':
    case 'later':
    case 'reject':
      return plain.toZonedDateTime(timeZone, {
        disambiguation: occurrence as 'earlier' | 'later' | 'reject',
      });
    default:
      return Temporal.ZonedDateTime.from(`${plain.toString()}${occurrence}[${timeZone}]`, {
        offset: 'reject',
      });
  }
};
