import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { wish } from '@/domain/testing/wall';
import { until } from '../testing/event-log/subscriptions';
import { book, newRoom } from '../testing/event-store/rooms';
import { project, roomsWithLog, rowsAfter } from '../testing/read-models/projections';
import { forgetWithRows } from './forget-rows';
import { subscriptionName } from './read-model';
import { cancelRebuild, requestRebuild } from './rebuild';
import { placeOf, placesOf, rowCollectionsOf, rowsInUse } from './rows-of';
import { useOfRooms } from './use-of-rooms';

const setUp = async () => {
  const { store, log, subscriptions } = await roomsWithLog();
  const worker = await project(subscriptions, useOfRooms);
  const booked = await book(store, await newRoom(store), wish('2026-11-24T09:00', '10:00'));
  const rows = await rowsAfter(subscriptions, useOfRooms, booked);
  const rebuild = async () => {
    await requestRebuild(subscriptions, useOfRooms, false);
    await until(async () => (await placeOf(log.db, useOfRooms)).rebuild === undefined);
  };
  const kept = () => rowCollectionsOf(log.db, useOfRooms);
  /** Has the rows that are retired now be so for a minute. */
  const waitAMinute = () =>
    placesOf(log.db).updateMany(
      { retired: { $exists: true } },
      { $set: { 'retired.$[].at': new Date(Date.now() - 60_000) } },
    );
  return { log, subscriptions, worker, rows, rebuild, kept, waitAMinute };
};

describe('Rows that a rebuild has put out of use', () => {
  test('63: are there for readers who have looked them up: across the swap they see old or new, never none', async () => {
    const { log, rows, rebuild } = await setUp();
    const before = await rows.find().sort({ _id: 1 }).toArray();
    const swap = { done: false };
    const reading = (async () => {
      const seen = [];
      while (!swap.done) {
        const lookedUp = await rowsInUse(log.db, useOfRooms, undefined);
        await pause(200);
        seen.push(await lookedUp?.find().sort({ _id: 1 }).toArray());
      }
      return seen;
    })();
    await rebuild();
    swap.done = true;
    for (const seen of await reading) expect(seen).toEqual(before);
    expect(await rows.countDocuments()).toBe(before.length);
  });

  test('are dropped by a step that comes later, also of another process', async () => {
    const { log, subscriptions, worker, rows, rebuild, kept, waitAMinute } = await setUp();
    await rebuild();
    await worker.end();
    expect(await kept()).toContain(rows.collectionName);
    await waitAMinute();
    await project(subscriptions, useOfRooms);
    await until(async () => (await kept()).length === 1);
    const place = await placeOf(log.db, useOfRooms);
    expect(await kept()).toEqual([place.collection]);
    expect(place.retired).toEqual([]);
  });

  test('are dropped with all others when the read model is forgotten', async () => {
    const { subscriptions, worker, rebuild, kept } = await setUp();
    await rebuild();
    await worker.end();
    expect(await kept()).toHaveLength(2);
    await forgetWithRows(subscriptions, subscriptionName(useOfRooms));
    expect(await kept()).toEqual([]);
  });
});

test('Rows of a preview, and of a rebuild that was cancelled, are dropped in the end', async () => {
  const { log, subscriptions, worker, kept, waitAMinute } = await setUp();
  await requestRebuild(subscriptions, useOfRooms, true);
  await until(async () => (await placeOf(log.db, useOfRooms)).preview !== undefined);
  await worker.end();
  await requestRebuild(subscriptions, useOfRooms, false);
  await cancelRebuild(subscriptions, useOfRooms);
  expect(await kept()).toHaveLength(3);
  await waitAMinute();
  await project(subscriptions, useOfRooms);
  await until(async () => (await kept()).length === 1);
});
