import { dayOfWeek, plusDays } from '@/domain/shared/days';
import type { Refusal } from '@/domain/shared/refusal';
import type {
  Instant,
  LocalDate,
  LocalDateTime,
  LocalTime,
  Period,
  Slot,
  TimeZone,
} from '@/domain/shared/time';
import { momentFrom } from '@/domain/shared/wall-clock';
import { dateAt, dayOf } from '@/domain/shared/zoned-days';
import { weekdays, type OpeningHours, type OpeningWindow } from './room';

/** When a room is open on a date: its windows as instants, in order. */
export const openOn = (
  hours: OpeningHours,
  date: LocalDate,
  timeZone: TimeZone,
): readonly Period[] => {
  const weekday = weekdays[dayOfWeek(date)];
  if (!weekday) throw new RangeError(`${date} has no weekday`);
  // A time that happens twice opens at the first and closes at the second.
  return hours[weekday].map(({ from, to }) => ({
    start: momentOn(date, from, timeZone, 'earlier'),
    end: momentOn(date, to, timeZone, 'later'),
  }));
};

/**
 * A reservation lies in open time throughout. Windows are joined where one ends as the next begins,
 * over midnight too, for any number of days.
 * Refuses OUTSIDE_OPENING_HOURS with the first date on which the room is not open.
 */
export const withinOpeningHours = (
  hours: OpeningHours,
  { start, end, timeZone }: Slot,
): Refusal | undefined => {
  let date = dateAt(start, timeZone);
  let openUntil = start;
  for (;;) {
    for (const open of openOn(hours, date, timeZone)) {
      if (open.start <= openUntil && openUntil < open.end) openUntil = open.end;
    }
    if (openUntil >= end) return undefined;
    if (openUntil < dayOf(date, timeZone).end) return { code: 'OUTSIDE_OPENING_HOURS', date };
    date = plusDays(date, 1);
  }
};

/**
 * The windows of a day follow one another, and each ends after it begins; they may touch.
 * Refuses OPENING_HOURS_OVERLAP.
 */
export const inOrder = (hours: OpeningHours): Refusal | undefined =>
  weekdays.every((weekday) => hours[weekday].every(followsTheOneBefore))
    ? undefined
    : { code: 'OPENING_HOURS_OVERLAP' };

/** True when two opening hours say the same. */
export const sameHours = (a: OpeningHours, b: OpeningHours): boolean =>
  weekdays.every(
    (weekday) =>
      a[weekday].length === b[weekday].length &&
      a[weekday].every(
        ({ from, to }, i) => from === b[weekday][i]?.from && to === b[weekday][i].to,
      ),
  );

const followsTheOneBefore = (
  { from, to }: OpeningWindow,
  i: number,
  windows: readonly OpeningWindow[],
) => from < to && (windows[i - 1]?.to ?? '00:00') <= from;

const momentOn = (
  date: LocalDate,
  time: LocalTime,
  timeZone: TimeZone,
  occurrence: 'earlier' | 'later',
): Instant => {
  if (time === '00:00') return dayOf(date, timeZone).start;
  if (time === '24:00') return dayOf(date, timeZone).end;
  return momentFrom(`${date}T${time}` as LocalDateTime, timeZone, occurrence);
};
