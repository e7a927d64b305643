import { dateAt, formatInstant, timeOf, wallClock } from '@/app/_shared/format';
import type { Instant, TimeZone } from '@/domain/shared/time';
import type { ListedRoom } from '@/infrastructure/queries/rooms';

type UseNowProps = {
  readonly use: ListedRoom['now'];
  readonly timeZone: TimeZone;
  readonly now: Instant;
};

/** What someone at the door would find, and until when. */
export const UseNow = ({ use, timeZone, now }: UseNowProps) => (
  <p
    className={`text-right text-sub ${use.status === 'free' ? 'font-semibold text-accent-text' : 'text-ink-2'}`}
    title={use.status === 'closed' ? use.reason : undefined}
  >
    {told(use, timeZone, now)}
  </p>
);

const told = (use: ListedRoom['now'], timeZone: TimeZone, now: Instant): string => {
  switch (use.status) {
    case 'free':
      return `free to ${at(use.until, timeZone, now, 'midnight')}`;
    case 'taken':
      return `taken until ${at(use.until, timeZone, now, 'midnight')}`;
    case 'closed':
      return use.until ? `closed until ${at(use.until, timeZone, now, '00:00')}` : 'closed';
    case 'retired':
      return 'out of use';
    default: {
      const unknown: never = use;
      return unknown;
    }
  }
};

/** A time of today, or a date and a time; the end of today by its name. */
const at = (instant: Instant, timeZone: TimeZone, now: Instant, midnight: string): string => {
  if (dateAt(instant, timeZone) === dateAt(now, timeZone))
    return timeOf(wallClock(instant, timeZone));
  const justBefore = new Date(Date.parse(instant) - 1).toISOString() as Instant;
  if (dateAt(justBefore, timeZone) === dateAt(now, timeZone)) return midnight;
  return formatInstant(instant, timeZone, now);
};
