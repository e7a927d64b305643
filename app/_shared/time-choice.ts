import { minuteOfDay } from '@/domain/shared/days';
import type { Instant, LocalDate, Period, TimeZone } from '@/domain/shared/time';
import { momentFrom, momentsOn, wallAt } from '@/domain/shared/wall-clock';
import { dayOf } from '@/domain/shared/zoned-days';
import { formatOffset, timeOf } from './format';

/** A time in a list: what is sent, and what is shown. */
export type TimeOption = { readonly value: string; readonly label: string };

/** The times a form lists for its start and its end. */
export type DayTimes = { readonly from: readonly TimeOption[]; readonly to: readonly TimeOption[] };

/** Says what stands against an instant as a start or an end, in a word; undefined when nothing does. */
export type Marks = {
  readonly start: (at: Instant) => string | undefined;
  readonly end: (at: Instant) => string | undefined;
};

/**
 * An instant as a list sends and shows it: `09:30`; where the wall shows it twice, `02:30 later`
 * under the label `02:30 (UTC+1)`.
 */
const timeChoice = (at: Instant, timeZone: TimeZone): TimeOption => {
  const { wall, offset } = wallAt(at, timeZone);
  const time = timeOf(wall);
  const first = momentFrom(wall, timeZone, 'earlier');
  if (first === momentFrom(wall, timeZone, 'later')) return { value: time, label: time };
  const occurrence = at === first ? 'earlier' : 'later';
  return { value: `${time} ${occurrence}`, label: `${time} (${formatOffset(offset)})` };
};

/** The same for an end: midnight ends the day before, at 24:00. */
const endChoice = (at: Instant, timeZone: TimeZone): TimeOption => {
  const choice = timeChoice(at, timeZone);
  return choice.value === '00:00' ? { value: '24:00', label: '24:00' } : choice;
};

/** A period as the fields of a form hold it. */
export const choicesOf = (
  { start, end }: Period,
  timeZone: TimeZone,
): { readonly from: string; readonly to: string } => ({
  from: timeChoice(start, timeZone).value,
  to: endChoice(end, timeZone).value,
});

/**
 * The times of a date on a grid, those that do not exist left out, those that happen twice told
 * apart, each with what stands against it.
 */
export const dayTimes = (
  date: LocalDate,
  timeZone: TimeZone,
  gridMinutes: number,
  marks: Marks,
): DayTimes => {
  const starts = momentsOn(date, gridMinutes, timeZone);
  const { end } = dayOf(date, timeZone);
  const midnight = minuteOfDay(wallAt(end, timeZone).wall) === 0;
  const ends = midnight ? [...starts.slice(1), end] : starts.slice(1);
  return {
    from: starts.map((at) => marked(timeChoice(at, timeZone), marks.start(at))),
    to: ends.map((at) => marked(endChoice(at, timeZone), marks.end(at))),
  };
};

const marked = ({ value, label }: TimeOption, mark: string | undefined): TimeOption => ({
  value,
  label: mark === undefined ? label : `${label} · ${mark}`,
});
