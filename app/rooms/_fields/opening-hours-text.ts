import type { OpeningHours, OpeningWindow, Weekday } from '@/domain/room/room';
import type { LocalTime } from '@/domain/shared/time';

export const weekdayNames: { readonly [day in Weekday]: string } = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** The name of the field that holds a weekday's hours. */
export const hoursField = <Day extends Weekday>(day: Day) => `hours-${day}` as const;

/** The windows as they are typed: `08:00–12:00, 13:00–18:00`; empty when closed. */
export const hoursText = (windows: readonly OpeningWindow[]): string =>
  windows.map(({ from, to }) => `${from}–${to}`).join(', ');

const window = /^([01]?\d|2[0-3]):([0-5]\d)\s*[-–—]\s*(([01]?\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * Reads windows as they are typed, hyphen or dash, `8:00` or `08:00`; undefined where the text
 * says something else. Whether they overlap is for the room to say.
 *
 * @example hoursOf('8:00-12:00, 13:00-18:00') // two windows
 */
export const hoursOf = (text: string): readonly OpeningWindow[] | undefined => {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.toLowerCase() === 'closed') return [];
  const windows = trimmed.split(/[,;]| and /).map((part) => windowOf(part.trim()));
  return windows.every((w) => w !== undefined) ? windows : undefined;
};

const windowOf = (text: string): OpeningWindow | undefined => {
  const match = window.exec(text);
  if (!match) return undefined;
  const [, fromHour = '', fromMinute = '', to = ''] = match;
  return { from: timeOf(`${fromHour}:${fromMinute}`), to: timeOf(to) };
};

const timeOf = (text: string) => text.padStart(5, '0') as LocalTime;

const officeHours: readonly OpeningWindow[] = [
  { from: '08:00' as LocalTime, to: '18:00' as LocalTime },
];

/** What a new room's form suggests: working days, eight to six. */
export const suggestedHours: OpeningHours = {
  mon: officeHours,
  tue: officeHours,
  wed: officeHours,
  thu: officeHours,
  fri: officeHours,
  sat: [],
  sun: [],
};
