import { CommandHandler, projections, type Event } from '@event-driven-io/emmett';
import {
  getMongoDBEventStore,
  mongoDBInlineProjection,
  toStreamName,
} from '@event-driven-io/emmett-mongodb';
import { roomDefinition, type BookingRules, type Room, type RoomEvent } from '@/domain/room/room';
import type { RoomId } from '@/domain/shared/ids';
import type { Recorded } from '@/domain/shared/stream';
import type { Bench } from './measurement';

type AnyEvent = Event & { readonly metadata?: object };

/** Stock emmett-mongodb with rooms: the same events, the same `evolve`, the same inline projection. */
export type StockEmmett = {
  readonly append: (roomId: RoomId, events: readonly RoomEvent[]) => Promise<void>;
  readonly changeRules: (roomId: RoomId, rules: BookingRules) => Promise<void>;
};

/** Opens its store on a database of its own, a collection per stream type as ours. */
export const openStockEmmett = (bench: Bench, databaseName: string): StockEmmett => {
  const evolve = (room: Room, event: AnyEvent): Room =>
    roomDefinition.evolve(room, event as unknown as Recorded<RoomEvent>);
  const { initialState } = roomDefinition;
  const canHandle = Object.keys(roomDefinition.eventVersions);
  const state = mongoDBInlineProjection<Room, AnyEvent>({
    name: 'state',
    schemaVersion: 1,
    canHandle,
    initialState,
    evolve,
  });
  const store = getMongoDBEventStore({
    client: bench.client,
    storage: { type: 'COLLECTION_PER_STREAM_TYPE', databaseName },
    projections: projections.inline([state]),
  });
  const handle = CommandHandler<Room, AnyEvent>({ evolve, initialState });
  return {
    append: async (roomId, events) => {
      await store.appendToStream(toStreamName('room', roomId), [...events]);
    },
    changeRules: async (roomId, rules) => {
      await handle(store, toStreamName('room', roomId), (room) => {
        if (room.status !== 'open') throw new Error('There is no such room');
        return { type: 'BookingRulesChanged', data: { rules } };
      });
    },
  };
};
