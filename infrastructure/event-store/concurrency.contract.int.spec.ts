import {
  CommandHandler,
  NO_CONCURRENCY_CHECK,
  STREAM_DOES_NOT_EXIST,
  STREAM_EXISTS,
  type ExpectedStreamVersion,
} from '@event-driven-io/emmett';
import { beforeAll, describe, expect, test } from 'vitest';
import { storages } from '../testing/event-store/storages';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { StreamVersionConflict } from './append-to-stream';
import { streamNameOf } from './stream-document';

describe.each(storages)('Optimistic concurrency, stored as %s', (_, storage) => {
  let store: OpenStore;
  let elsewhere: OpenStore;
  beforeAll(async () => {
    const options = { storage: storage() };
    store = await openStore(options);
    elsewhere = await openBeside(store, options);
  });

  const appendOne = (to: TallyRef, expectedStreamVersion: ExpectedStreamVersion, through = store) =>
    through.appendToStream(streamNameOf(to), [counted(1)], { expectedStreamVersion });
  const existing = async (events = 1) => {
    const stream = tally();
    for (let i = 0; i < events; i += 1) await appendOne(stream, NO_CONCURRENCY_CHECK);
    return stream;
  };
  const positionOf = async (stream: TallyRef) => (await store.readWhole(stream)).position;

  test('11: "Any" always appends', async () => {
    const stream = tally();
    await appendOne(stream, NO_CONCURRENCY_CHECK);
    await appendOne(stream, NO_CONCURRENCY_CHECK);
    await store.appendToStream(streamNameOf(stream), [counted(1)]);
    expect(await positionOf(stream)).toBe(3);
  });

  test('12: "No stream" appends to a new stream, and conflicts on an existing one with nothing stored', async () => {
    const stream = tally();
    await appendOne(stream, STREAM_DOES_NOT_EXIST);
    await expect(appendOne(stream, STREAM_DOES_NOT_EXIST)).rejects.toThrow(StreamVersionConflict);
    expect(await positionOf(stream)).toBe(1);
  });

  test('13: "Stream exists" appends to an existing stream, and conflicts on a new one', async () => {
    await appendOne(await existing(), STREAM_EXISTS);
    const stream = tally();
    await expect(appendOne(stream, STREAM_EXISTS)).rejects.toThrow(StreamVersionConflict);
    expect(await store.streamExists(streamNameOf(stream))).toBe(false);
  });

  test('14: An exact version appends when equal, and conflicts when lower, higher, or without a stream', async () => {
    const stream = await existing(2);
    await expect(appendOne(stream, 1n)).rejects.toThrow(StreamVersionConflict);
    await expect(appendOne(stream, 3n)).rejects.toThrow(StreamVersionConflict);
    await expect(appendOne(tally(), 1n)).rejects.toThrow(StreamVersionConflict);
    expect(await positionOf(stream)).toBe(2);
    await appendOne(stream, 2n);
    expect(await positionOf(stream)).toBe(3);
  });

  test('15: A conflict is one type with a stable code, and names the stream, the expected and the real version', async () => {
    const stream = await existing(2);
    const conflict: unknown = await appendOne(stream, 1n).catch((error: unknown) => error);
    expect(conflict).toBeInstanceOf(StreamVersionConflict);
    expect(conflict).toMatchObject({
      errorCode: 412,
      current: '2',
      expected: '1',
      message: `${streamNameOf(stream)} is at 2, not 1`,
      conflicts: [{ streamName: streamNameOf(stream), expected: 1, actual: 2 }],
    });
  });

  test('16: Of many writers of one new stream exactly one wins, the others get the conflict, never a driver error', async () => {
    const stream = tally();
    const writers = Array.from({ length: 32 }, (_, i) =>
      appendOne(stream, STREAM_DOES_NOT_EXIST, i % 2 ? store : elsewhere),
    );
    const results = await Promise.allSettled(writers);
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost).toHaveLength(31);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(StreamVersionConflict);
    const documents = store.collectionOf(stream.type);
    expect(await documents.countDocuments({ streamName: streamNameOf(stream) })).toBe(1);
    expect(await positionOf(stream)).toBe(1);
  });

  test('17: Many unconditional writers all succeed; every event is there once, without gap or double', async () => {
    const stream = tally();
    const notes = Array.from({ length: 40 }, (_, i) => i);
    await Promise.all(
      notes.map((note) =>
        (note % 2 ? store : elsewhere).appendToStream(streamNameOf(stream), [counted(1, note)]),
      ),
    );
    const { events, position, state } = await store.readWhole(stream);
    expect(events.map(({ metadata }) => metadata.streamPosition)).toEqual(notes.map((n) => n + 1));
    expect(new Set(events.map(({ data }) => data.note))).toEqual(new Set(notes));
    expect({ position, state }).toEqual({ position: 40, state: { count: 40, sum: 40 } });
  });

  test('20: A command that was sent on a version that is no longer there is refused, and changes nothing', async () => {
    const stream = await existing(2);
    const expecting = (expectedPosition: number) =>
      store.execute(counting(stream), { ...sent(), expectedPosition }, ana);
    expect(await expecting(1)).toEqual({
      status: 'refused',
      refusal: { code: 'CHANGED_MEANWHILE', position: 2 },
      kept: false,
    });
    expect(await expecting(3)).toMatchObject({ refusal: { code: 'CHANGED_MEANWHILE' } });
    expect(await positionOf(stream)).toBe(2);
    expect(await expecting(2)).toMatchObject({ status: 'accepted' });
    const command = { ...sent(), expectedPosition: 3 };
    const first = await store.execute(counting(stream), command, ana);
    expect(await store.execute(counting(stream), command, ana)).toEqual(first);
    expect(await positionOf(stream)).toBe(4);
  });

  test('19: Of two processes that expect the same version one wins; the other is refused and not tried again', async () => {
    for (let round = 0; round < 10; round += 1) {
      const stream = await existing(2);
      const expecting = { expectedPosition: 2 };
      const outcomes = await Promise.all([
        store.execute(counting(stream), { ...sent(), ...expecting }, ana),
        elsewhere.execute(counting(stream), { ...sent(), ...expecting }, ana),
      ]);
      const told = outcomes.map((o) => (o.status === 'refused' ? o.refusal.code : o.status));
      expect(told.toSorted()).toEqual(['CHANGED_MEANWHILE', 'accepted']);
      expect(await positionOf(stream)).toBe(3);
    }
  });

  test('21: Decisions see the stream as it is now, also what another writer stored a moment ago', async () => {
    const stream = tally();
    for (let sum = 1; sum <= 20; sum += 1) {
      const outcome = await (sum % 2 ? store : elsewhere).execute(counting(stream), sent(), ana);
      expect(outcome).toMatchObject({ answer: { sums: [sum] } });
    }
  });
});

describe("Emmett's CommandHandler on the store", () => {
  const handle = CommandHandler({
    evolve: (count: number) => count + 1,
    initialState: () => 0,
    retry: { onVersionConflict: { retries: 3, minTimeout: 1 } },
  });

  /** A store in which another writer appends to the stream right after each read. */
  const raced = (store: OpenStore, races: number) => {
    let reads = 0;
    const aggregateStream: OpenStore['aggregateStream'] = async (streamName, options) => {
      const read = await store.aggregateStream(streamName, options);
      reads += 1;
      if (reads <= races) await store.appendToStream(streamName, [counted(1)]);
      return read;
    };
    return { store: { ...store, aggregateStream }, readsMade: () => reads };
  };

  test('18: It reads anew and decides again after each conflict', async () => {
    const stream = tally();
    const { store, readsMade } = raced(await openStore(), 2);
    const seen: number[] = [];
    await handle(store, streamNameOf(stream), (count) => {
      seen.push(count);
      return counted(1);
    });
    expect({ seen, reads: readsMade() }).toEqual({ seen: [0, 1, 2], reads: 3 });
  });

  test('18: It gives the conflict to the caller when it lasts', async () => {
    const { store, readsMade } = raced(await openStore(), 99);
    const lasting = handle(store, streamNameOf(tally()), () => counted(1));
    await expect(lasting).rejects.toThrow(StreamVersionConflict);
    expect(readsMade()).toBe(4);
  });
});
