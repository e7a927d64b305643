import { roomStream, type RoomEvent } from '@/domain/room/room';
import type { RoomId } from '@/domain/shared/ids';
import type { Recorded } from '@/domain/shared/stream';
import { eventStore } from '../store';
import type { KnownRoom } from './named-rooms';

/** A room with its history, from one document at one moment. */
export type RoomPage = {
  readonly room: KnownRoom;
  readonly position: number;
  readonly events: readonly Recorded<RoomEvent>[];
  /** Undefined where newer code wrote some of it. */
  readonly foldMatches: boolean | undefined;
};

/** The room's page; undefined when there is no such room. */
export const roomPage = async (roomId: RoomId): Promise<RoomPage | undefined> => {
  const whole = await (await eventStore()).readWhole(roomStream(roomId));
  const { state: room, position, events, foldMatches } = whole;
  return room.status === 'unknown' ? undefined : { room, position, events, foldMatches };
};
