import { dateOf } from '@/domain/shared/days';
import type { Instant, LocalDate, LocalDateTime, LocalTime, TimeZone } from '@/domain/shared/time';

/*
 * Dates and times as British English writes them. The names are written out here: what Intl gives
 * differs between the server's and the browser's data (“Sep”, “Sept”), and then hydration complains.
 */
const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const short = (name: string | undefined) => name?.slice(0, 3) ?? '';

const parts = (date: LocalDate) => {
  const day = new Date(`${date}T00:00:00Z`);
  return {
    weekday: weekdayNames[day.getUTCDay()],
    day: day.getUTCDate(),
    month: monthNames[day.getUTCMonth()],
    year: date.slice(0, 4),
  };
};

/**
 * `Thu 20 Nov`; with the year when it is another one than that of `near`, a date or instant.
 *
 * @example formatDate('2026-01-02', '2025-11-20') // 'Fri 2 Jan 2026'
 */
export const formatDate = (date: LocalDate, near?: string): string => {
  const { weekday, day, month, year } = parts(date);
  const name = `${short(weekday)} ${day} ${short(month)}`;
  return near === undefined || near.slice(0, 4) === year ? name : `${name} ${year}`;
};

/** `Thursday 20 November 2025`. */
export const formatLongDate = (date: LocalDate): string => {
  const { weekday, day, month, year } = parts(date);
  return `${weekday} ${day} ${month} ${year}`;
};

/** `Saturdays`. */
export const formatWeekdayPlural = (date: LocalDate): string => `${parts(date).weekday}s`;

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string) => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
};

/** What the clock on the wall of a room in this zone shows, `2025-11-20T08:52`. */
export const wallClock = (instant: Instant, timeZone: TimeZone): LocalDateTime =>
  wallSeconds(instant, timeZone).slice(0, 16) as LocalDateTime;

const wallSeconds = (instant: Instant, timeZone: string) => {
  const shown: Record<string, string> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(new Date(instant))) {
    shown[type] = value;
  }
  const { year = '', month, day, hour, minute, second } = shown;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`;
};

/** The time of day of a wall-clock time, `09:30`. */
export const timeOf = (time: LocalDateTime): LocalTime => time.slice(11, 16) as LocalTime;

/** The date in a zone at a moment; without Temporal, which the browser need not load. */
export const dateAt = (instant: Instant, timeZone: TimeZone): LocalDate =>
  dateOf(wallClock(instant, timeZone));

/** `Thu 20 Nov, 08:52`, with the year when it is not that of `near`. */
export const formatInstant = (instant: Instant, timeZone: TimeZone, near?: string): string => {
  const wall = wallClock(instant, timeZone);
  return `${formatDate(dateOf(wall), near)}, ${timeOf(wall)}`;
};

/** When an event was recorded, to the millisecond: `Thu 20 Nov 2025, 08:52:03.117`. */
export const formatRecorded = (instant: Instant, timeZone: TimeZone): string => {
  const wall = wallSeconds(instant, timeZone);
  const date = formatDate(dateOf(wall as LocalDateTime));
  return `${date} ${wall.slice(0, 4)}, ${wall.slice(11)}.${instant.slice(20, 23)}`;
};

/** `UTC+1`, `UTC−3:30`, `UTC`, from `+01:00`. */
export const formatOffset = (offset: string): string => {
  const [hours = '', minutes = '00'] = offset.slice(1).split(':');
  if (Number(hours) === 0 && Number(minutes) === 0) return 'UTC';
  const sign = offset.startsWith('-') ? '−' : '+';
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
};

/**
 * A floor inside a sentence: `floor 2` where it only has a number, else its name.
 *
 * @example formatFloor('Floor 2, Zurich') // 'Floor 2, Zurich'
 */
export const formatFloor = (floor: string): string =>
  /^-?\d+[a-z]?$/i.test(floor) ? `floor ${floor}` : floor;
