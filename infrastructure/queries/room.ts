import { roomDayStream } from '@/domain/room-day/room-day';
import { roomStream, type RoomEvent } from '@/domain/room/room';
import type { RoomId } from '@/domain/shared/ids';
import type { Recorded } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import { dateAt } from '@/domain/shared/zoned-days';
import { eventStore } from '../store';
import { chainOf, type ChainFound } from './chain-found';
import type { KnownRoom } from './named-rooms';
import { roomNow, type RoomNow } from './room-now';

/** A room with its history, from one document at one moment. */
export type RoomPage = {
  readonly room: KnownRoom;
  readonly position: number;
  readonly events: readonly Recorded<RoomEvent>[];
  /** Undefined where newer code wrote some of it. */
  readonly foldMatches: boolean | undefined;
  readonly chain: ChainFound;
};

/** The room's page; undefined when there is no such room. */
export const roomPage = async (roomId: RoomId): Promise<RoomPage | undefined> => {
  const whole = await (await eventStore()).readWhole(roomStream(roomId));
  const { ref, state: room, position, events, foldMatches } = whole;
  if (room.status === 'unknown') return undefined;
  return { room, position, events, foldMatches, chain: chainOf(ref, events) };
};

/** What someone at the door of a room would find. */
export const nowInRoom = async (room: KnownRoom, now: Instant): Promise<RoomNow> => {
  const today = roomDayStream(room.roomId, dateAt(now, room.timeZone));
  const [day] = await (await eventStore()).readStates([today]);
  return roomNow(room, day?.state ?? { status: 'unopened' }, now);
};
