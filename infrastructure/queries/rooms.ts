import { holdsOf, roomDayStream, type RoomDay, type RoomDayRef } from '@/domain/room-day/room-day';
import { instantOf, minutesOf } from '@/domain/shared/instants';
import { dateAt, dayOf } from '@/domain/shared/zoned-days';
import type { MemberId, RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDate, LocalTime, Period, TimeZone } from '@/domain/shared/time';
import { eventStore } from '../store';
import { known, loadedRooms, type KnownRoom } from './named-rooms';
import { offersAt } from './offers';
import { nextOpenDate, openTimes, without } from './open-time';
import { roomNow, type RoomNow } from './room-now';

/** A room in the list, as it is at the moment that was asked for and on the date that is shown. */
export type ListedRoom = {
  readonly roomId: RoomId;
  readonly name: string;
  readonly floor: string;
  readonly capacity: number;
  readonly equipment: readonly string[];
  readonly timeZone: TimeZone;
  /** The date on the room's wall. */
  readonly today: LocalDate;
  readonly now: RoomNow;
  /** The first date that can be booked from now on; missing when there is none. */
  readonly nextOpen?: LocalDate;
  /** The date that is shown: when it can be used on it, and what is taken, by whom. */
  readonly date: LocalDate;
  /** First instant of that date and of the next one. */
  readonly day: Period;
  readonly open: readonly Period[];
  readonly taken: readonly (Period & { readonly memberId: MemberId })[];
  /** How long it is still free on that date. */
  readonly freeMinutes: number;
  /** What it would grant from the time that was asked for; missing when nothing, or no time was. */
  readonly offer?: Period;
};

/** The rooms of one floor, by name. */
export type Floor = { readonly floor: string; readonly rooms: readonly ListedRoom[] };

/** All rooms: those in use by floor, and those that are not. */
export type RoomList = {
  readonly floors: readonly Floor[];
  readonly outOfUse: readonly ListedRoom[];
};

const unopened: RoomDay = { status: 'unopened' };

/** What is asked of the rooms: a date, by default today on the wall of each, and a time to begin. */
type Asked = { readonly date?: LocalDate | undefined; readonly at?: LocalTime | undefined };

/**
 * All rooms with what is so in them now and on a date; one find for the rooms and one for their days,
 * and one for what they would grant where a time is asked for.
 */
export const listRooms = async (now: Instant, { date, at }: Asked): Promise<RoomList> => {
  const loaded = await loadedRooms();
  const offers = at && (await offersAt(loaded, { date, time: at }, now));
  const rooms = known(loaded);
  const refs = new Map<string, RoomDayRef>();
  for (const { roomId, timeZone } of rooms) {
    const today = dateAt(now, timeZone);
    for (const shown of [today, date ?? today]) {
      const ref = roomDayStream(roomId, shown);
      refs.set(ref.id, ref);
    }
  }
  const read = await (await eventStore()).readStates([...refs.values()]);
  const days = new Map(read.map(({ ref, state }) => [ref.id, state]));
  const listed = rooms
    .map((room) => listedRoom(room, days, now, date, offers?.get(room.roomId)))
    .sort(byName);
  return {
    floors: byFloor(listed.filter((room) => room.now.status !== 'retired')),
    outOfUse: listed.filter((room) => room.now.status === 'retired'),
  };
};

const listedRoom = (
  room: KnownRoom,
  days: ReadonlyMap<string, RoomDay>,
  now: Instant,
  asked: LocalDate | undefined,
  offer: Period | undefined,
): ListedRoom => {
  const { roomId, timeZone, details } = room;
  const today = dateAt(now, timeZone);
  const date = asked ?? today;
  const dayOn = (on: LocalDate) => days.get(roomDayStream(roomId, on).id) ?? unopened;
  const open = openTimes(room, date);
  const taken = holdsOf(dayOn(date)).map(({ start, end, memberId }) => ({ start, end, memberId }));
  const free = without(open, [{ start: instantOf(0), end: now }, ...taken]);
  const nextOpen = nextOpenDate(room, now);
  return {
    ...{ roomId, ...details, timeZone, today, date, open, taken },
    now: roomNow(room, dayOn(today), now),
    ...(nextOpen && { nextOpen }),
    ...(offer && { offer }),
    day: dayOf(date, timeZone),
    freeMinutes: free.reduce((sum, period) => sum + minutesOf(period), 0),
  };
};

const byFloor = (rooms: readonly ListedRoom[]): readonly Floor[] => {
  const floors = new Map<string, ListedRoom[]>();
  for (const room of rooms) floors.set(room.floor, [...(floors.get(room.floor) ?? []), room]);
  return [...floors]
    .map(([floor, listed]) => ({ floor, rooms: listed }))
    .sort((a, b) => inOrder(a.floor, b.floor));
};

const byName = (a: ListedRoom, b: ListedRoom) => inOrder(a.name, b.name);
const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
