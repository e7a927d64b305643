import { formatLength } from '@/app/_shared/format-duration';
import { timeOf, wallClock } from '@/app/_shared/format';
import { instantOf, millisecondsOf, minutesOf } from '@/domain/shared/instants';
import type { Period, TimeZone } from '@/domain/shared/time';

const minute = 60_000;
/** Clocks are set on full or half hours of UTC. */
const step = 30;

/**
 * Says of a day on which the clock is set what happens; undefined for all others.
 *
 * @example 'The clocks are set back from 03:00 to 02:00: this day has 25 h, and some times come twice.'
 */
export const clockChange = (day: Period, timeZone: TimeZone): string | undefined => {
  const minutes = minutesOf(day);
  if (minutes === 24 * 60) return undefined;
  const wallAfter = (passed: number) => {
    const at = instantOf(millisecondsOf(day.start) + passed * minute);
    return Date.parse(`${wallClock(at, timeZone)}Z`) / minute;
  };
  for (let passed = step; passed < minutes; passed += step) {
    const expected = wallAfter(passed - step) + step;
    const shown = wallAfter(passed);
    if (shown === expected) continue;
    const [from, to] = [expected, shown].map((wall) => timeOf(wallAt(wall)));
    const forward = shown > expected;
    const what = forward ? 'these times do not exist' : 'these times come twice';
    return `The clocks are set ${forward ? 'forward' : 'back'} from ${from} to ${to}: this day has ${formatLength(day)}, and ${what}.`;
  }
  return undefined;
};

const wallAt = (minutes: number) =>
  new Date(minutes * minute).toISOString().slice(0, 16) as ReturnType<typeof wallClock>;
