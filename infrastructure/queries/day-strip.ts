import { holdsOf, type RoomDay } from '@/domain/room-day/room-day';
import { openOn } from '@/domain/room/opening-hours';
import { dayOf } from '@/domain/shared/zoned-days';
import type { LocalDate, Period } from '@/domain/shared/time';
import type { KnownRoom } from './named-rooms';

/** A room's day in one line: when it is open, and what is taken of it. */
export type DayStrip = {
  readonly date: LocalDate;
  /** From the first opening to the last closing; the whole day when it is not open. */
  readonly shown: Period;
  readonly open: readonly Period[];
  readonly taken: readonly Period[];
};

/** The strip of a date, wide enough to show `slot` too, as far as it lies on that date. */
export const dayStrip = (
  room: KnownRoom,
  date: LocalDate,
  state: RoomDay,
  slot: Period,
): DayStrip => {
  const { openingHours, timeZone } = room;
  const day = dayOf(date, timeZone);
  const open = openOn(openingHours, date, timeZone);
  const starts = [...open.map(({ start }) => start), slot.start].filter((at) => at >= day.start);
  const ends = [...open.map(({ end }) => end), slot.end].filter((at) => at <= day.end);
  const shown = open.length === 0 ? day : spanOf(starts, ends, day);
  const taken = holdsOf(state).map(({ start, end }) => ({ start, end }));
  return { date, shown, open, taken };
};

const spanOf = (
  starts: readonly Period['start'][],
  ends: readonly Period['end'][],
  day: Period,
): Period => ({
  start: [...starts].sort()[0] ?? day.start,
  end: [...ends].sort().at(-1) ?? day.end,
});
