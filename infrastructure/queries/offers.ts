import { askedAt, bookableOn, daysAsked } from '@/domain/room-day/bookable-times';
import type { RoomRef } from '@/domain/room/room';
import type { Loaded } from '@/domain/shared/stream';
import type { Instant, LocalDate, LocalDateTime, LocalTime, Period } from '@/domain/shared/time';
import { dateAt } from '@/domain/shared/zoned-days';
import { eventStore } from '../store';
import { nobody } from './bookable';

const usualMinutes = 60;

/**
 * What each of these rooms would grant from a time on its wall, on a date or today: an hour, else
 * its shortest. By room id; a room that would grant neither is missing. One find for all their days.
 */
export const offersAt = async (
  rooms: readonly Loaded<RoomRef>[],
  { date, time }: { readonly date: LocalDate | undefined; readonly time: LocalTime },
  now: Instant,
): Promise<ReadonlyMap<string, Period>> => {
  const asked = rooms.flatMap((room) => {
    if (room.state.status === 'unknown') return [];
    const { timeZone, rules } = room.state;
    const startsAt = `${date ?? dateAt(now, timeZone)}T${time}` as LocalDateTime;
    return [usualMinutes, rules.shortestMinutes].map((minutes) => ({
      roomId: room.ref.id,
      slot: askedAt(room, startsAt, minutes, now),
    }));
  });
  const days = await (await eventStore()).readStates(daysAsked(asked.map(({ slot }) => slot)));
  const offers = new Map<string, Period>();
  for (const { roomId, slot } of asked) {
    const own = new Set(daysAsked([slot]).map(({ id }) => id));
    const inTheWay = days.filter(({ ref }) => own.has(ref.id));
    const [time] = bookableOn([slot], nobody(), inTheWay).times;
    if (time && !offers.has(roomId)) offers.set(roomId, time);
  }
  return offers;
};
