import {
  DeciderCommandHandler,
  DeciderSpecification,
  STREAM_DOES_NOT_EXIST,
  WrapEventStore,
  type Event,
} from '@event-driven-io/emmett';
import {
  expectInlineReadModel,
  getMongoDBEventStore,
  mongoDBInlineProjection,
  MongoDBInlineProjectionSpec,
} from '@event-driven-io/emmett-mongodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { ana, counting, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import {
  counted,
  tally,
  tallyDefinition,
  type Counted,
  type Tally,
} from '../testing/event-store/toy-streams';
import { freshDatabaseName, testMongodbUri } from '../testing/test-mongodb';
import { StreamVersionConflict } from './append-to-stream';
import { streamNameOf } from './stream-document';

let store: OpenStore;
beforeAll(async () => {
  store = await openStore();
});
const stock = () =>
  getMongoDBEventStore({
    client: store.client,
    storage: { type: 'COLLECTION_PER_STREAM_TYPE', databaseName: store.databaseName },
  });

describe("Emmett's own MongoDB store", () => {
  test('reads our streams, and finds our states as inline projections', async () => {
    const stream = tally();
    const streamName = streamNameOf(stream);
    await store.execute(counting(stream, tally(undefined, 'shelf')), sent(), ana);
    await store.execute(countingAlone(stream), sent(), ana);
    const { events, currentStreamVersion } = await stock().readStream<Counted>(streamName);
    expect(currentStreamVersion).toBe(2n);
    const places = events.map(({ metadata: { streamPosition, streamName: name } }) => [
      streamPosition,
      name,
    ]);
    expect(places).toEqual([
      [1n, streamName],
      [2n, streamName],
    ]);
    const state = { count: 2, sum: 2 };
    const found = {
      streamName: streamNameOf(stream) as `tally:${string}`,
      projectionName: 'state',
    };
    expect(await stock().projections.inline.findOne<Tally>(found)).toMatchObject({
      ...state,
      _metadata: { streamId: stream.id, name: 'state', schemaVersion: 1, streamPosition: 2n },
    });
    const all = { streamType: 'tally', projectionName: 'state' };
    expect(await stock().projections.inline.count(all, { sum: 2 })).toBeGreaterThan(0);
  });

  test('appends to our streams, and we go on from there with the state folded anew', async () => {
    const stream = tally();
    const streamName = streamNameOf(stream);
    await store.execute(counting(stream), sent(), ana);
    await stock().appendToStream(streamName, [counted(5)], { expectedStreamVersion: 1n });
    expect(await store.execute(counting(stream), sent(), ana)).toMatchObject({
      answer: { sums: [7] },
      positions: { [streamName]: 3 },
    });
    const fromEmmett = tally();
    await stock().appendToStream(streamNameOf(fromEmmett), [counted(5), counted(6)]);
    await store.execute(countingAlone(fromEmmett), sent(), ana);
    for (const ref of [stream, fromEmmett]) {
      expect(await store.readWhole(ref)).toMatchObject({ position: 3, foldMatches: true });
    }
  });
});

/** A decider as Emmett writes them. */
const decider = {
  initialState: (): Tally => ({ count: 0, sum: 0 }),
  evolve: (state: Tally, { data }: Counted): Tally => ({
    count: state.count + 1,
    sum: state.sum + data.by,
  }),
  decide: (command: { type: 'Add'; data: { by: number } }, state: Tally): Counted | Counted[] => {
    if (state.sum + command.data.by > 10) throw new Error('Too much');
    return command.data.by === 0 ? [] : counted(command.data.by);
  },
};
const add = (by: number) => ({ type: 'Add' as const, data: { by } });

describe("Emmett's tools on our store", () => {
  test('DeciderCommandHandler loads, decides and appends', async () => {
    const handle = DeciderCommandHandler(decider);
    const streamName = streamNameOf(tally());
    const first = await handle(store, streamName, add(4));
    expect(first).toMatchObject({ createdNewStream: true, nextExpectedStreamVersion: 1n });
    const second = await handle(store, streamName, [add(2), add(3)]);
    expect(second.newState).toEqual({ count: 3, sum: 9 });
    await expect(handle(store, streamName, add(2))).rejects.toThrow('Too much');
    expect(await handle(store, streamName, add(0))).toMatchObject({ newEvents: [] });
    expect((await store.readStream(streamName)).currentStreamVersion).toBe(3n);
  });

  test('DeciderSpecification tests such a decider, and what it says the store does', async () => {
    const specification = DeciderSpecification.for(decider);
    specification([counted(4)])
      .when(add(5))
      .then([counted(5)]);
    specification([counted(4)])
      .when(add(0))
      .thenNothingHappened();
    specification([counted(4)])
      .when(add(7))
      .thenThrows();
    const streamName = streamNameOf(tally());
    await store.appendToStream(streamName, [counted(4)]);
    const { state } = await store.aggregateStream<Tally, Counted>(streamName, decider);
    expect(decider.decide(add(5), state)).toEqual(counted(5));
  });

  test('WrapEventStore hands out what was appended', async () => {
    const wrapped = WrapEventStore(store);
    const streamName = streamNameOf(tally());
    await wrapped.setup(streamName, [counted(1)]);
    await wrapped.appendToStream(streamName, [counted(2)]);
    expect([...wrapped.appendedEvents.values()]).toEqual([[streamName, [counted(2)]]]);
    const { events } = await wrapped.readStream<Counted>(streamName);
    expect(events.map(({ data }) => data.by)).toEqual([1, 2]);
  });

  test("A stream definition's evolve is an inline projection to Emmett's specification, with the state our store keeps", async () => {
    const { evolve, initialState } = tallyDefinition('tally');
    const connectionString = testMongodbUri().replace('/?', `/${freshDatabaseName()}?`);
    const given = MongoDBInlineProjectionSpec.for({
      connectionString,
      projection: mongoDBInlineProjection({
        name: 'state',
        canHandle: ['Counted'],
        initialState,
        evolve: (state: Tally, event: Counted) => evolve(state, event as never),
      }),
    });
    const stream = tally();
    await store.appendToStream(streamNameOf(stream), [counted(2), counted(3)]);
    const { state } = await store.readWhole(stream);
    expect(state).toEqual({ count: 2, sum: 5 });
    await given({ streamName: `tally:${stream.id}`, events: [counted(2)] })
      .when([counted(3)])
      .then(expectInlineReadModel.withName('state').toHave({ ...state }));
  });
});

describe("Emmett's interface", () => {
  test('reading with an expected version that is not met is a conflict', async () => {
    const streamName = streamNameOf(tally());
    await store.appendToStream(streamName, [counted(1)]);
    const reading = store.readStream(streamName, { expectedStreamVersion: STREAM_DOES_NOT_EXIST });
    await expect(reading).rejects.toThrow(StreamVersionConflict);
    expect(await store.streamExists(streamName)).toBe(true);
    expect(await store.streamExists(streamNameOf(tally()))).toBe(false);
  });

  test('upcasting changes the data that is read, never the place of an event or what is stored', async () => {
    const stream = tally();
    const streamName = streamNameOf(stream);
    await store.appendToStream(streamName, [counted(1)]);
    type Newer = Event<'Counted', { by: number; unit: string }>;
    const { events } = await store.readStream<Newer>(streamName, {
      schema: {
        versioning: {
          upcast: (event: Event): Newer => ({
            type: 'Counted',
            data: { ...(event.data as Counted['data']), unit: 'piece' },
          }),
        },
      },
    });
    expect(events[0]).toMatchObject({
      type: 'Counted',
      data: { by: 1, unit: 'piece' },
      metadata: { streamName, streamPosition: 1n, actor: { id: 'emmett' } },
    });
    expect((await store.readWhole(stream)).events[0]?.data).toEqual({ by: 1 });
  });

  test('downcasting on append is refused: what was decided is what is stored', async () => {
    const streamName = streamNameOf(tally());
    const schema = { versioning: { downcast: (event: Counted) => event } };
    await expect(store.appendToStream(streamName, [counted(1)], { schema })).rejects.toThrow(
      TypeError,
    );
    expect(await store.streamExists(streamName)).toBe(false);
  });
});
