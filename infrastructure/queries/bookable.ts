import { v7 } from 'uuid';
import {
  askedOn,
  bookableOn,
  daysAsked,
  type Asked,
  type BookableDay,
} from '@/domain/room-day/bookable-times';
import type { RoomRef } from '@/domain/room/room';
import { plusDays } from '@/domain/shared/days';
import { MemberId, ReservationId } from '@/domain/shared/ids';
import type { Loaded } from '@/domain/shared/stream';
import type { Instant, LocalDate, Period } from '@/domain/shared/time';
import { eventStore } from '../store';

/** What of a date could be booked now; the room as it was read, its days as they are. */
export const bookableDay = async (
  room: Loaded<RoomRef>,
  date: LocalDate,
  now: Instant,
): Promise<BookableDay> => {
  const [day] = await bookableDays(room, [date], now);
  return day ?? { times: [], refusals: [] };
};

/** A time that could be booked, and the date on which it begins. */
export type NextBookable = { readonly date: LocalDate; readonly time: Period };

/** So many days are read at once, and so many times. */
const atOnce = 7;
const mostReads = 9;

/** The first time that could be booked from a date on; undefined when the next two months have none. */
export const nextBookable = async (
  room: Loaded<RoomRef>,
  from: LocalDate,
  now: Instant,
): Promise<NextBookable | undefined> => {
  for (let read = 0; read < mostReads; read += 1) {
    const dates = Array.from({ length: atOnce }, (_, day) => plusDays(from, read * atOnce + day));
    const days = await bookableDays(room, dates, now);
    for (const [i, { times, refusals }] of days.entries()) {
      const [date, time] = [dates[i], times[0]];
      if (date && time) return { date, time };
      if (refusals.some(({ code }) => code === 'TOO_FAR_AHEAD')) return undefined;
    }
  }
  return undefined;
};

/** One find for all days that may be in the way. */
const bookableDays = async (
  room: Loaded<RoomRef>,
  dates: readonly LocalDate[],
  now: Instant,
): Promise<readonly BookableDay[]> => {
  const asked: readonly (readonly Asked[])[] = dates.map((date) => askedOn(room, date, now));
  const days = await (await eventStore()).readStates(daysAsked(asked.flat()));
  return asked.map((slots) => bookableOn(slots, nobody(), days));
};

/** Who only asks holds nothing that would not be in the way. */
export const nobody = () => ({
  reservationId: ReservationId.of(v7()),
  memberId: MemberId.of('nobody'),
});
