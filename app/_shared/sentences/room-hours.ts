import { weekdays, type OpeningHours, type OpeningWindow, type Weekday } from '@/domain/room/room';
import { after, before, text, type Sentence } from './sentence';

const names: { readonly [day in Weekday]: string } = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** `08:00–12:00 and 13:00–18:00`; `closed` without a window, `all day` for the whole of it. */
export const formatWindows = (windows: readonly OpeningWindow[]): string => {
  if (windows.length === 0) return 'closed';
  const told = windows.map(({ from, to }) => `${from}–${to}`).join(' and ');
  return told === '00:00–24:00' ? 'all day' : told;
};

/** Days as people say them: `Mon–Fri`, `Sat, Sun`, `Mon, Wed–Fri`. */
export const formatWeekdays = (days: readonly Weekday[]): string => {
  const runs: Weekday[][] = [];
  for (const day of weekdays.filter((d) => days.includes(d))) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && weekdays.indexOf(day) === weekdays.indexOf(last) + 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map(formatRun).join(', ');
};

const formatRun = (run: readonly Weekday[]) => {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return '';
  if (run.length === 1) return names[first];
  return `${names[first]}${run.length === 2 ? ', ' : '–'}${names[last]}`;
};

/** The weekdays with the same hours put together, in the order of the week. */
export const hoursByDays = (hours: OpeningHours): readonly { days: string; windows: string }[] =>
  grouped(weekdays, (day) => formatWindows(hours[day])).map(([windows, days]) => ({
    days: formatWeekdays(days),
    windows,
  }));

/** What changed, the days with the same change put together: “Mon–Fri from … to …”. */
export const hoursChanges = (
  from: OpeningHours | undefined,
  to: OpeningHours,
): readonly Sentence[] => {
  const oldHours = (day: Weekday) => (from ? formatWindows(from[day]) : '');
  const differs = weekdays.filter((day) => oldHours(day) !== formatWindows(to[day]));
  return grouped(differs, (day) => `${oldHours(day)}|${formatWindows(to[day])}`).map(
    ([key, days]) => {
      const [was = '', is = ''] = key.split('|');
      const name = text(`${formatWeekdays(days)} `);
      if (was === '') return [name, after(is)];
      return [name, text('from '), before(was), text(' to '), after(is)];
    },
  );
};

const grouped = (
  days: readonly Weekday[],
  keyOf: (day: Weekday) => string,
): readonly (readonly [string, readonly Weekday[]])[] => {
  const groups = new Map<string, Weekday[]>();
  for (const day of days) groups.set(keyOf(day), [...(groups.get(keyOf(day)) ?? []), day]);
  return [...groups];
};
