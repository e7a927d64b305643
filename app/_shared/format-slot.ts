import { dateOf, plusDays } from '@/domain/shared/days';
import type { Instant, LocalDateTime, Period, Slot, TimeZone } from '@/domain/shared/time';
import { formatDate, formatOffset, timeOf, wallClock } from './format';

/** A slot as the wall of the room shows it; offsets are known once it was granted. */
export type WallSlot = Pick<Slot, 'startsAt' | 'endsAt'> &
  Partial<Pick<Slot, 'start' | 'end' | 'startOffset' | 'endOffset' | 'timeZone'>>;

/**
 * The times of a slot without its first date: `10:00–11:00`; `22:00 – Fri 21 Nov, 01:00` over
 * midnight, `22:00–24:00` up to it. Where the wall shows a time twice, its offset is added.
 */
export const formatTimes = (slot: WallSlot): string => {
  const from = timeOf(slot.startsAt) + startMark(slot);
  const to = timeOf(slot.endsAt) + endMark(slot);
  if (dateOf(slot.startsAt) === dateOf(slot.endsAt)) return `${from}–${to}`;
  if (endsAtMidnightAfter(slot)) return `${from}–24:00`;
  return `${from} – ${formatDate(dateOf(slot.endsAt))}, ${to}`;
};

/** `Thu 20 Nov, 10:00–11:00`, with the year when it is not that of `near`. */
export const formatSlot = (slot: WallSlot, near?: string): string =>
  `${formatDate(dateOf(slot.startsAt), near)}, ${formatTimes(slot)}`;

/** The same for a period of instants, on the wall of a room in this zone. */
export const formatPeriod = (period: Period, timeZone: TimeZone, near?: string): string =>
  formatSlot(wallSlot(period, timeZone), near);

/** A period of instants with what the wall of a room in this zone shows at them. */
export const wallSlot = ({ start, end }: Period, timeZone: TimeZone): WallSlot => ({
  start,
  end,
  startsAt: wallClock(start, timeZone),
  endsAt: wallClock(end, timeZone),
  timeZone,
});

/** Whether a slot ends at the midnight that ends its first date. */
export const endsAtMidnightAfter = ({ startsAt, endsAt }: WallSlot) =>
  endsAt === `${plusDays(dateOf(startsAt), 1)}T00:00`;

const startMark = ({ start, startsAt, startOffset, timeZone }: WallSlot) =>
  mark(startsAt, start, startOffset, timeZone);
const endMark = ({ end, endsAt, endOffset, timeZone }: WallSlot) =>
  mark(endsAt, end, endOffset, timeZone);

const mark = (
  wall: LocalDateTime,
  instant: Instant | undefined,
  offset: string | undefined,
  timeZone: TimeZone | undefined,
) => {
  if (!instant || !timeZone || !happensTwice(wall, instant, timeZone)) return '';
  return ` (${formatOffset(offset ?? offsetOf(wall, instant))})`;
};

/** Clocks are set by an hour, on one island by half an hour: the same wall time that far away. */
const shifts = [-60, -30, 30, 60];

/** Whether the wall shows this time at another moment too, an hour or half an hour away. */
export const happensTwice = (wall: LocalDateTime, instant: Instant, timeZone: TimeZone) =>
  shifts.some((minutes) => {
    const other = new Date(Date.parse(instant) + minutes * 60_000).toISOString() as Instant;
    return wallClock(other, timeZone) === wall;
  });

const offsetOf = (wall: LocalDateTime, instant: Instant) => {
  const minutes = Math.round((Date.parse(`${wall}:00Z`) - Date.parse(instant)) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
};
