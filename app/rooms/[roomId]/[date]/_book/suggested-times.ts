import { z } from 'zod';
import { dateField } from '@/app/_shared/form-schemas';
import { timeOf, wallClock } from '@/app/_shared/format';
import { wishShape } from '@/app/_shared/wish';
import type { Instant, LocalDate, Period, TimeZone } from '@/domain/shared/time';
import { dateAt } from '@/domain/shared/zoned-days';
import { timesOf, type SuggestedTimes } from '../../../_days/form-times';

const inAddress = z.object({ from: z.string(), to: z.string(), endDate: dateField.optional() });
const readable = z.object({ from: wishShape.from, to: wishShape.to });

/** The times that the address chooses, if it does. */
export const chosenTimes = (search: unknown, date: LocalDate): SuggestedTimes | undefined => {
  const chosen = inAddress.safeParse(search).data;
  if (!chosen || !readable.safeParse(chosen).success) return undefined;
  return { endDate: date, ...chosen };
};

/** When people begin to look for a room, if it is not for today. */
const morning = '08:00';

/**
 * The first of the times that are offered; of a day that is still to come the first in the morning,
 * where a room is open at night too. Nine to ten where none is.
 */
export const firstOf = (
  offered: readonly Period[],
  { day, now }: { readonly day: Period; readonly now: Instant },
  timeZone: TimeZone,
): SuggestedTimes => {
  const begun = day.start <= now;
  const first = offered.find(({ start }) => begun || timeOf(wallClock(start, timeZone)) >= morning);
  const suggested = first ?? offered[0];
  if (suggested) return timesOf(suggested, timeZone);
  const date = dateAt(day.start, timeZone);
  return { from: '09:00', to: '10:00', endDate: date };
};
