import { openOn } from '@/domain/room/opening-hours';
import { plusDays } from '@/domain/shared/days';
import { minutesOf, plusMinutes } from '@/domain/shared/instants';
import { dateAt } from '@/domain/shared/zoned-days';
import type { Instant, LocalDate, Period } from '@/domain/shared/time';
import type { KnownRoom } from './named-rooms';

/** When a room can be used on a date: its hours without what was closed; never once it is out of use. */
export const openTimes = (room: KnownRoom, date: LocalDate): readonly Period[] =>
  room.status === 'retired'
    ? []
    : without(
        openOn(room.openingHours, date, room.timeZone),
        room.closures.map(({ closed }) => closed),
      );

/**
 * The first date, from today on, on which there is still time to book: long enough, after the
 * notice the room needs, and not further ahead than it can be booked. Whether someone has it is not
 * looked at.
 */
export const nextOpenDate = (room: KnownRoom, now: Instant): LocalDate | undefined => {
  const { leadTimeMinutes, shortestMinutes, horizonDays } = room.rules;
  const earliest = plusMinutes(now, leadTimeMinutes);
  const longEnough = ({ start, end }: Period) =>
    minutesOf({ start: later(start, earliest), end }) >= shortestMinutes;
  const today = dateAt(now, room.timeZone);
  for (let days = 0; days <= horizonDays; days += 1) {
    const date = plusDays(today, days);
    if (openTimes(room, date).some(longEnough)) return date;
  }
  return undefined;
};

/** What is left of periods, in order, when these others are taken out. */
export const without = (periods: readonly Period[], others: readonly Period[]): readonly Period[] =>
  others.reduce<readonly Period[]>(
    (left, other) =>
      left.flatMap(({ start, end }) =>
        [
          { start, end: earlier(end, other.start) },
          { start: later(start, other.end), end },
        ].filter((rest) => rest.start < rest.end),
      ),
    periods,
  );

const later = (a: Instant, b: Instant) => (a > b ? a : b);
const earlier = (a: Instant, b: Instant) => (a < b ? a : b);
