import { dayOfWeek, plusDays } from '@/domain/shared/days';
import type { RoomId } from '@/domain/shared/ids';
import type { LocalDate } from '@/domain/shared/time';
import { useOfRooms, type RoomWeek } from '../read-models/use-of-rooms';
import { readRows } from './read-rows';

/** How much of a room is booked in one week. */
export type WeekOfRoom = Pick<RoomWeek, 'monday' | 'bookedMinutes' | 'reservations'>;

/**
 * The week of a date and those around it, the earliest first; weeks nobody booked in are there with
 * nothing. It may lag behind the reservations by a moment.
 */
export const weeklyUse = async (
  roomId: RoomId,
  today: LocalDate,
  { before, after }: { readonly before: number; readonly after: number },
): Promise<readonly WeekOfRoom[]> => {
  const thisMonday = plusDays(today, -dayOfWeek(today));
  const mondays = Array.from({ length: before + 1 + after }, (_, i) =>
    plusDays(thisMonday, 7 * (i - before)),
  );
  const rows = await readRows(useOfRooms);
  const filter = { kind: 'week', roomId, monday: { $in: mondays } };
  const found = (await rows?.find(filter).toArray()) ?? [];
  const weeks = new Map(found.map((row) => [(row as RoomWeek).monday, row as RoomWeek]));
  return mondays.map((monday) => {
    const { bookedMinutes = 0, reservations = 0 } = weeks.get(monday) ?? {};
    return { monday, bookedMinutes, reservations };
  });
};
