import { Temporal } from 'temporal-polyfill';
import { formatDate } from '@/app/_shared/format';
import type { LocalDate } from '@/domain/shared/time';

export const zurich = 'Europe/Zurich';

/** Today on the wall of a room in this zone, and so many days on. */
export const daysFromToday = (days: number, timeZone: string = zurich): LocalDate =>
  Temporal.Now.plainDateISO(timeZone).add({ days }).toString() as LocalDate;

/**
 * The first working day after today on the wall of a room in this zone: all of it is still to come,
 * whatever the hour, and however long a journey takes.
 */
export const nextWorkingDay = (timeZone: string = zurich): LocalDate => {
  let date = Temporal.Now.plainDateISO(timeZone).add({ days: 1 });
  while (date.dayOfWeek > 5) date = date.add({ days: 1 });
  return date.toString() as LocalDate;
};

/** So many days after a date. */
export const plusDays = (date: string, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;

/** The date as pages write it, `Thu 20 Nov`; with the year when that is not the present one. */
export const written = (date: string): string =>
  formatDate(date as LocalDate, Temporal.Now.instant().toString());

/** The next night in which the clocks of a zone are set: back, so that times happen twice, or forward. */
export const nextClockChange = (to: 'back' | 'forward', timeZone: string = zurich): LocalDate => {
  let now = Temporal.Now.zonedDateTimeISO(timeZone).add({ days: 1 });
  for (;;) {
    const change = now.getTimeZoneTransition('next');
    if (!change) throw new Error(`The clocks of ${timeZone} are never set ${to} again`);
    const before = change.subtract({ nanoseconds: 1 });
    const later = change.offsetNanoseconds > before.offsetNanoseconds;
    if (later === (to === 'forward')) return change.toPlainDate().toString() as LocalDate;
    now = change;
  }
};
