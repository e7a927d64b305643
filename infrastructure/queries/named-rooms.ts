import { roomStream, type OpenRoom, type RetiredRoom, type RoomRef } from '@/domain/room/room';
import type { RoomId } from '@/domain/shared/ids';
import type { Loaded, StreamRange } from '@/domain/shared/stream';
import type { TimeZone } from '@/domain/shared/time';
import { eventStore } from '../store';

/** A room that exists, in use or not. */
export type KnownRoom = OpenRoom | RetiredRoom;

/** What a page needs to name a room and its times. */
export type NamedRoom = {
  readonly roomId: RoomId;
  readonly name: string;
  readonly floor: string;
  readonly capacity: number;
  readonly timeZone: TimeZone;
};

/** Rooms by their id; ids of rooms that do not exist are missing. */
export type NamedRooms = Readonly<Record<string, NamedRoom>>;

/** All ids are UUIDs: from the lowest first digit to beyond the highest. */
const everyRoom: StreamRange<RoomRef> = { type: 'room', fromId: '0', toId: 'g' };

/** Every room there is with its position, in one find without events. */
export const loadedRooms = async (): Promise<readonly Loaded<RoomRef>[]> =>
  (await eventStore()).readRange(everyRoom);

/** Every room there is. */
export const knownRooms = async (): Promise<readonly KnownRoom[]> => known(await loadedRooms());

/** These rooms, in one find without events; those that do not exist are left out. */
export const roomsById = async (ids: Iterable<RoomId>): Promise<readonly KnownRoom[]> =>
  known(await (await eventStore()).readStates([...new Set(ids)].map(roomStream)));

/** The names of these rooms. */
export const namedRooms = async (ids: Iterable<RoomId>): Promise<NamedRooms> =>
  named(await roomsById(ids));

/** The names of rooms that are loaded already. */
export const named = (rooms: readonly KnownRoom[]): NamedRooms =>
  Object.fromEntries(rooms.map((room) => [room.roomId, nameOf(room)]));

const nameOf = ({ roomId, details, timeZone }: KnownRoom): NamedRoom => ({
  roomId,
  name: details.name,
  floor: details.floor,
  capacity: details.capacity,
  timeZone,
});

/** Those of the rooms that exist. */
export const known = (loaded: readonly Loaded<RoomRef>[]): readonly KnownRoom[] =>
  loaded.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));
