import { holdsOf, roomDayStream, type RoomDay } from '@/domain/room-day/room-day';
import { openOn } from '@/domain/room/opening-hours';
import { dateAt, dayOf } from '@/domain/shared/zoned-days';
import type { RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDate, Period, TimeZone } from '@/domain/shared/time';
import { eventStore } from '../store';
import { knownRooms } from './named-rooms';
import { roomNow, type RoomNow } from './room-now';

/** A room in the list, as it is at the moment that was asked for. */
export type ListedRoom = {
  readonly roomId: RoomId;
  readonly name: string;
  readonly capacity: number;
  readonly equipment: readonly string[];
  readonly timeZone: TimeZone;
  /** The date on the room's wall. */
  readonly today: LocalDate;
  readonly now: RoomNow;
  /** First instant of today and of tomorrow, when it is open in between, and what is taken. */
  readonly day: Period;
  readonly open: readonly Period[];
  readonly taken: readonly Period[];
};

/** The rooms of one floor, by name. */
export type Floor = { readonly floor: string; readonly rooms: readonly ListedRoom[] };

const unopened: RoomDay = { status: 'unopened' };

/** All rooms by floor with what is so in them now; one find for the rooms and one for their days. */
export const listRooms = async (now: Instant): Promise<readonly Floor[]> => {
  const rooms = await knownRooms();
  const store = await eventStore();
  const days = await store.readStates(
    rooms.map(({ roomId, timeZone }) => roomDayStream(roomId, dateAt(now, timeZone))),
  );
  const byId = new Map(days.map(({ ref, state }) => [ref.id, state]));
  const floors = new Map<string, ListedRoom[]>();
  for (const room of rooms) {
    const { roomId, timeZone, details } = room;
    const today = dateAt(now, timeZone);
    const day = byId.get(roomDayStream(roomId, today).id) ?? unopened;
    const { name, floor, capacity, equipment } = details;
    const listed = {
      ...{ roomId, name, capacity, equipment, timeZone, today },
      day: dayOf(today, timeZone),
      open: openOn(room.openingHours, today, timeZone),
      taken: holdsOf(day).map(({ start, end }) => ({ start, end })),
    };
    floors.set(floor, [...(floors.get(floor) ?? []), { ...listed, now: roomNow(room, day, now) }]);
  }
  return [...floors]
    .map(([floor, listed]) => ({ floor, rooms: listed.sort(byName) }))
    .sort((a, b) => inOrder(a.floor, b.floor));
};

const byName = (a: ListedRoom, b: ListedRoom) => inOrder(a.name, b.name);
const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
