import { beforeAll, describe, expect, test } from 'vitest';
import { storages } from '../testing/event-store/storages';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tallies, tally, tallyDefinition } from '../testing/event-store/toy-streams';
import type { Slice } from './read';
import { stateProjection } from './state-projection';
import { streamNameOf } from './stream-document';

describe.each(storages)('Read ranges, stored as %s', (_, storage) => {
  let store: OpenStore;
  const ten = tally();
  const name = streamNameOf(ten);
  beforeAll(async () => {
    store = await openStore({ storage: storage() });
    await store.appendToStream(
      name,
      [1, 2, 3, 4].map((by) => counted(by)),
    );
    await store.appendToStream(
      name,
      [5, 6, 7, 8, 9, 10].map((by) => counted(by)),
    );
  });
  const slice = async (wanted: Slice) =>
    (await store.readSlice(ten, wanted)).events.map(({ data }) => data.by);

  test('39: A stream that does not exist is told apart, as a value', async () => {
    const none = tally();
    expect(await store.readSlice(none, {})).toEqual({ exists: false, position: 0, events: [] });
    expect(await store.readWhole(none)).toEqual({
      ref: none,
      exists: false,
      position: 0,
      state: { count: 0, sum: 0 },
      events: [],
      foldMatches: true,
    });
    expect(await store.readStream(streamNameOf(none))).toEqual({
      streamExists: false,
      currentStreamVersion: 0n,
      events: [],
    });
    expect(await store.readSlice(ten, { from: 11 })).toMatchObject({ exists: true, events: [] });
  });

  test('40: from, to and limit give exactly that slice, also when from is above 1', async () => {
    expect(await slice({ from: 3, to: 5 })).toEqual([3, 4, 5]);
    expect(await slice({ from: 4 })).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(await slice({ to: 2 })).toEqual([1, 2]);
    expect(await slice({ from: 3, limit: 2 })).toEqual([3, 4]);
    expect(await slice({ from: 3, to: 9, limit: 4 })).toEqual([3, 4, 5, 6]);
    expect(await slice({ from: 5, to: 4 })).toEqual([]);
    const { events } = await store.readStream(name, { from: 3n, to: 5n });
    expect(events.map(({ metadata }) => metadata.streamPosition)).toEqual([3n, 4n, 5n]);
    const two = await store.readStream(name, { from: 9n, maxCount: 2n });
    expect(two.events.map(({ metadata }) => metadata.streamPosition)).toEqual([9n, 10n]);
  });

  test('41: A limit above what is left gives the rest, a start past the end nothing, a negative start is refused', async () => {
    expect(await slice({ from: 9, limit: 100 })).toEqual([9, 10]);
    expect(await slice({ from: 11 })).toEqual([]);
    expect(await slice({ limit: 0 })).toEqual([]);
    for (const stream of [ten, tally()]) {
      await expect(store.readSlice(stream, { from: -1 })).rejects.toThrow(RangeError);
      await expect(store.readSlice(stream, { to: -1 })).rejects.toThrow(RangeError);
      await expect(store.readSlice(stream, { limit: 0.5 })).rejects.toThrow(RangeError);
    }
  });

  test('42: A sliced read tells the position of the whole stream, and an append on it succeeds', async () => {
    const stream = tally();
    await store.appendToStream(streamNameOf(stream), [counted(1), counted(2), counted(3)]);
    expect(await store.readSlice(stream, { to: 1 })).toMatchObject({ position: 3 });
    const read = await store.readStream(streamNameOf(stream), { to: 1n });
    await store.appendToStream(streamNameOf(stream), [counted(4)], {
      expectedStreamVersion: read.currentStreamVersion,
    });
    expect(await store.readSlice(stream, { from: 9 })).toMatchObject({ position: 4 });
  });

  test('43: Backwards gives the reverse; limit 1 backwards gives the last event', async () => {
    const direction = 'backwards';
    expect(await slice({ direction })).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await slice({ direction, limit: 1 })).toEqual([10]);
    expect(await slice({ direction, from: 3, to: 6 })).toEqual([6, 5, 4, 3]);
    expect(await slice({ direction, from: 3, to: 6, limit: 2 })).toEqual([6, 5]);
  });

  test('44: The state at version n is the fold of the first n events, and the read says which version that is', async () => {
    const { fold } = stateProjection(tallyDefinition('tally'));
    for (let version = 0; version <= 10; version += 1) {
      const { events, position } = await store.readSlice(ten, { to: version });
      const sum = (version * (version + 1)) / 2;
      expect(fold(events)).toEqual({ count: version, sum });
      expect(events.at(-1)?.metadata.streamPosition ?? 0).toBe(version);
      expect(position).toBe(10);
    }
    const { state } = await store.aggregateStream(name, {
      evolve: (sum: number, { data }: ReturnType<typeof counted>) => sum + data.by,
      initialState: () => 0,
      read: { to: 4n },
    });
    expect(state).toBe(10);
    expect(await store.readWhole(ten)).toMatchObject({ position: 10, foldMatches: true });
  });

  test('66: The states of no streams are none', async () => {
    expect(await store.readStates([])).toEqual([]);
  });

  test('States of several streams come in the order asked for; those of a range by name, only what exists', async () => {
    const [a, b, c] = [tally('2026-11-01'), tally('2026-11-02'), tally('2026-11-04')];
    for (const stream of [c, a, b]) await store.appendToStream(streamNameOf(stream), [counted(1)]);
    await store.appendToStream('shelf:2026-11-02', [counted(1)]);
    const asked = await store.readStates([c, tally('2026-11-03'), a]);
    expect(asked.map(({ ref, position }) => [ref.id, position])).toEqual([
      ['2026-11-04', 1],
      ['2026-11-03', 0],
      ['2026-11-01', 1],
    ]);
    const range = await store.readRange(tallies('2026-11-02', '2026-11-04'));
    expect(range.map(({ ref }) => ref)).toEqual([b, c]);
  });
});
