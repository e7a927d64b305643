import type { Marks } from '@/app/_shared/time-choice';
import { instantOf, millisecondsOf, plusMinutes } from '@/domain/shared/instants';
import type { Instant, Period } from '@/domain/shared/time';
import type { Schedule } from '../_schedule/schedule-model';

/**
 * What stands against each time of a day in the form’s lists. That something does follows from what
 * can be booked; the word for it from what is drawn.
 */
export const marksOf = (
  schedule: Schedule,
  bookable: readonly Period[],
  shortestMinutes: number,
): Marks => ({
  start: (at) => {
    const end = plusMinutes(at, shortestMinutes);
    const fits = bookable.some((time) => time.start <= at && end <= time.end);
    return fits ? undefined : why(at, schedule);
  },
  end: (at) => {
    const start = plusMinutes(at, -shortestMinutes);
    const fits = bookable.some((time) => time.start <= start && at <= time.end);
    return fits ? undefined : why(instantOf(millisecondsOf(at) - 1), schedule);
  },
});

const why = (at: Instant, { now, blocks, open, closed }: Schedule): string => {
  const holds = ({ start, end }: Period) => start <= at && at < end;
  if (at < now) return 'past';
  if (blocks.some(({ used, buffer }) => holds({ start: used.start, end: buffer.end }))) {
    return 'taken';
  }
  return closed.some(holds) || !open.some(holds) ? 'closed' : 'not bookable';
};
