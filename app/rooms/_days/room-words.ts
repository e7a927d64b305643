import { dateAt, formatInstant, timeOf, wallClock } from '@/app/_shared/format';
import { formatMinutes } from '@/app/_shared/format-duration';
import { minutesOf } from '@/domain/shared/instants';
import type { Instant, TimeZone } from '@/domain/shared/time';
import type { RoomNow } from '@/infrastructure/queries/room-now';
import type { ListedRoom } from '@/infrastructure/queries/rooms';

/** What someone at the door would find, and until when: `free to 14:00`. */
export const nowWords = (use: RoomNow, timeZone: TimeZone, now: Instant): string => {
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

/** What is left of a date that is not today: `free all day`, `free for 6 h 30 min`. */
export const dayWords = ({
  now,
  open,
  freeMinutes,
}: Pick<ListedRoom, 'now' | 'open' | 'freeMinutes'>): string => {
  if (now.status === 'retired') return 'out of use';
  if (open.length === 0) return 'closed';
  if (freeMinutes === 0) return 'nothing free';
  const openMinutes = open.reduce((sum, period) => sum + minutesOf(period), 0);
  return freeMinutes === openMinutes ? 'free all day' : `free for ${formatMinutes(freeMinutes)}`;
};

/** A time of today, or a date and a time; the end of today by its name. */
const at = (instant: Instant, timeZone: TimeZone, now: Instant, midnight: string): string => {
  if (dateAt(instant, timeZone) === dateAt(now, timeZone))
    return timeOf(wallClock(instant, timeZone));
  const justBefore = new Date(Date.parse(instant) - 1).toISOString() as Instant;
  if (dateAt(justBefore, timeZone) === dateAt(now, timeZone)) return midnight;
  return formatInstant(instant, timeZone, now);
};
