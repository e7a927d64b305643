import { z } from 'zod';
import { timeOf, wallClock } from '@/app/_shared/format';
import { timeField } from '@/app/_shared/form-schemas';
import type { BookingRules } from '@/domain/room/room';
import type { Instant, Period, TimeZone } from '@/domain/shared/time';
import { suggestedIn } from '../_schedule/free-time';

/** What the form starts with, on the wall of the room. */
export type SuggestedTimes = { readonly from: string; readonly to: string };

const inAddress = z.object({ from: timeField, to: timeField });

/** The times chosen in the drawing, which the address holds then. */
export const chosenTimes = (search: unknown): SuggestedTimes | undefined =>
  inAddress.safeParse(search).data;

/** The first hour that is free, else nine to ten. */
export const firstFreeTimes = (
  bookable: readonly Period[],
  rules: BookingRules,
  timeZone: TimeZone,
): SuggestedTimes => {
  const [first] = bookable;
  return first ? wallTimes(suggestedIn(first, rules), timeZone) : { from: '09:00', to: '10:00' };
};

/** The times of a period within one day as its form takes them; midnight at its end is 24:00. */
export const wallTimes = ({ start, end }: Period, timeZone: TimeZone): SuggestedTimes => {
  const time = (instant: Instant) => timeOf(wallClock(instant, timeZone));
  const to = time(end);
  return { from: time(start), to: to === '00:00' ? '24:00' : to };
};
