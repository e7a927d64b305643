import { holdsOf, type Hold, type RoomDay } from '@/domain/room-day/room-day';
import { openOn } from '@/domain/room/opening-hours';
import { plusDays } from '@/domain/shared/days';
import { dateAt } from '@/domain/shared/zoned-days';
import type { Instant, Period } from '@/domain/shared/time';
import type { KnownRoom } from './named-rooms';

/** What someone at the door would find. */
export type RoomNow =
  /** Free until someone has it, or it closes. */
  | { readonly status: 'free'; readonly until: Instant; readonly then: 'taken' | 'closed' }
  /** Taken, counting the reservations that follow at once. */
  | { readonly status: 'taken'; readonly until: Instant }
  /** Outside opening hours, or closed by someone; `until` is missing when no end is in sight. */
  | { readonly status: 'closed'; readonly until?: Instant; readonly reason?: string }
  | { readonly status: 'retired' };

/** How far ahead the next opening is looked for. */
const daysAhead = 7;

/**
 * What is so in a room at a moment. `day` is the room's day on the date of that moment; a room that
 * is free until midnight is told as free until the day ends.
 */
export const roomNow = (room: KnownRoom, day: RoomDay, now: Instant): RoomNow => {
  if (room.status === 'retired') return { status: 'retired' };
  const holds = holdsOf(day);
  if (holds.some((hold) => covers(hold, now)))
    return { status: 'taken', until: freeFrom(holds, now) };
  const closure = room.closures.find(({ closed }) => covers(closed, now));
  if (closure) return { status: 'closed', until: closure.closed.end, reason: closure.reason };
  const open = openPeriods(room, now).find((period) => covers(period, now));
  if (!open) return outsideHours(room, now);
  const next = starts([...holds, ...room.closures.map(({ closed }) => closed)], now, open.end);
  const hold = next !== undefined && holds.some(({ start }) => start === next);
  return { status: 'free', until: next ?? open.end, then: hold ? 'taken' : 'closed' };
};

const covers = ({ start, end }: Period, now: Instant) => start <= now && now < end;

/** The end of the holds that follow one another without a gap. */
const freeFrom = (holds: readonly Hold[], now: Instant): Instant =>
  holds.reduce((until, { start, end }) => (start <= until && until < end ? end : until), now);

/** The earliest start after now and before the end. */
const starts = (periods: readonly Period[], now: Instant, end: Instant): Instant | undefined =>
  periods
    .map(({ start }) => start)
    .filter((start) => now < start && start < end)
    .sort()[0];

const openPeriods = ({ openingHours, timeZone }: KnownRoom, now: Instant): readonly Period[] =>
  openOn(openingHours, dateAt(now, timeZone), timeZone);

const outsideHours = (room: KnownRoom, now: Instant): RoomNow => {
  const today = dateAt(now, room.timeZone);
  for (let days = 0; days <= daysAhead; days += 1) {
    const open = openOn(room.openingHours, plusDays(today, days), room.timeZone);
    const next = open.find(({ start }) => start > now);
    if (next) return { status: 'closed', until: next.start };
  }
  return { status: 'closed' };
};
