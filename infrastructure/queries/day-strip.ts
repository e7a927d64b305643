import { holdsOf, roomDayStream, type RoomDay } from '@/domain/room-day/room-day';
import { openOn } from '@/domain/room/opening-hours';
import { roomStream } from '@/domain/room/room';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import { dayOf } from '@/domain/shared/zoned-days';
import type { LocalDate, Period } from '@/domain/shared/time';
import { eventStore } from '../store';
import type { KnownRoom } from './named-rooms';
import { openTimes } from './open-time';

/** A room's day in one line: when it is open, and what is taken of it. */
export type DayStrip = {
  readonly date: LocalDate;
  /** From the first opening to the last closing; the whole day when it is not open. */
  readonly shown: Period;
  /** When the room can be used: what was closed is left out. */
  readonly open: readonly Period[];
  readonly taken: readonly Period[];
};

/** The strip of a date, wide enough to show the slots too, as far as they lie on that date. */
export const dayStrip = (
  room: KnownRoom,
  date: LocalDate,
  state: RoomDay,
  slots: readonly Period[],
): DayStrip => {
  const { openingHours, timeZone } = room;
  const day = dayOf(date, timeZone);
  const open = openOn(openingHours, date, timeZone);
  const spans = [...open, ...slots];
  const starts = spans.map(({ start }) => start).filter((at) => at >= day.start);
  const ends = spans.map(({ end }) => end).filter((at) => at <= day.end);
  const shown = open.length === 0 ? day : spanOf(starts, ends, day);
  const taken = holdsOf(state).map(({ start, end }) => ({ start, end }));
  return { date, shown, open: openTimes(room, date), taken };
};

const spanOf = (
  starts: readonly Period['start'][],
  ends: readonly Period['end'][],
  day: Period,
): Period => ({
  start: [...starts].sort()[0] ?? day.start,
  end: [...ends].sort().at(-1) ?? day.end,
});

/**
 * The day of a room for a reservation that is to be moved there: what it holds itself is not in its
 * way. Undefined when there is no such room.
 */
export const stripForMove = async (
  roomId: RoomId,
  date: LocalDate,
  moving: ReservationId,
): Promise<DayStrip | undefined> => {
  const store = await eventStore();
  const [[room], [day]] = await Promise.all([
    store.readStates([roomStream(roomId)]),
    store.readStates([roomDayStream(roomId, date)]),
  ]);
  if (!room || room.state.status === 'unknown' || !day) return undefined;
  const { state } = day;
  const others: RoomDay =
    state.status === 'opened'
      ? { ...state, holds: state.holds.filter((hold) => hold.reservationId !== moving) }
      : state;
  return dayStrip(room.state, date, others, []);
};
