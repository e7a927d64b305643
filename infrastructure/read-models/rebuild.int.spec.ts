import { MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import { wish } from '@/domain/testing/wall';
import { checkpointOf, until, untilStopped } from '../testing/event-log/subscriptions';
import { book, cancel, newReservationId, newRoom } from '../testing/event-store/rooms';
import { project, roomsWithLog, rowsAfter } from '../testing/read-models/projections';
import { logState } from '../event-log/open-log';
import { projectionOf } from './project';
import type { ReadModel } from './read-model';
import { cancelRebuild, requestRebuild } from './rebuild';
import { placeOf } from './rows-of';
import { useOfRooms } from './use-of-rooms';

const setUp = async (readModel: ReadModel = useOfRooms) => {
  const { store, log, subscriptions } = await roomsWithLog();
  const worker = await project(subscriptions, readModel);
  const room = await newRoom(store);
  const hours = ['08', '09', '10', '11', '12', '13'];
  const ids = hours.map(() => newReservationId());
  for (const [i, hour] of hours.entries()) {
    await book(store, room, wish(`2026-11-24T${hour}:00`, `${hour}:45`), ids[i]);
  }
  const last = await cancel(store, ids[0] ?? newReservationId());
  const rows = await rowsAfter(subscriptions, readModel, last);
  const all = async () =>
    (await rowsAfter(subscriptions, readModel)).find().sort({ _id: 1 }).toArray();
  const rebuilt = () => until(async () => (await placeOf(log.db, readModel)).rebuild === undefined);
  return { store, log, subscriptions, worker, room, rows, all, rebuilt };
};

test('63: A rebuild from all events gives the same rows, and is swapped in for the old ones', async () => {
  const { log, subscriptions, all, rebuilt } = await setUp();
  const before = await all();
  const old = (await placeOf(log.db, useOfRooms)).collection;
  expect(await requestRebuild(subscriptions, useOfRooms, false)).toBe(true);
  await rebuilt();
  expect(await all()).toEqual(before);
  const place = await placeOf(log.db, useOfRooms);
  expect(place.collection).not.toBe(old);
  expect(place.rebuilt?.position).toBe((await logState(log))?.position);
});

test('A rebuild mends rows that went wrong, while others go on being written', async () => {
  const { store, subscriptions, all, rebuilt, rows, room } = await setUp();
  const before = await all();
  await rows.updateMany({ kind: 'week' }, { $inc: { bookedMinutes: 1000 } });
  await requestRebuild(subscriptions, useOfRooms, false);
  const late = await book(store, room, wish('2026-12-08T09:00', '10:00'));
  await rebuilt();
  await rowsAfter(subscriptions, useOfRooms, late);
  const after = await all();
  expect(after.filter(({ monday }) => monday === '2026-11-23')).toEqual(
    before.filter(({ monday }) => monday === '2026-11-23'),
  );
  expect(after.filter(({ monday }) => monday === '2026-12-07')).toMatchObject([
    { bookedMinutes: 60 },
  ]);
});

test('A preview says what would differ, and changes nothing', async () => {
  const { log, subscriptions, all, rebuilt, rows } = await setUp();
  const [reservation] = await rows.find({ kind: 'reservation' }).toArray();
  await rows.updateMany({ kind: 'week' }, { $inc: { bookedMinutes: 1000 } });
  await rows.deleteOne({ _id: reservation?._id ?? '' });
  await rows.insertOne({ _id: 'zzz', kind: 'week' });
  const before = await all();
  await requestRebuild(subscriptions, useOfRooms, true);
  await rebuilt();
  const { preview } = await placeOf(log.db, useOfRooms);
  expect(preview).toMatchObject({ same: 4, different: 1, missing: 1, extra: 1 });
  expect(preview?.examples).toEqual(expect.arrayContaining(['zzz', reservation?._id]));
  expect(await all()).toEqual(before);
});

test('64: A rebuild that was killed goes on where it was; meanwhile readers see the old rows', async () => {
  const { log, subscriptions, worker, all, rebuilt } = await setUp();
  const before = await all();
  await worker.end();
  await requestRebuild(subscriptions, useOfRooms, false);
  const checkpoint = await checkpointOf(subscriptions, projectionOf(subscriptions, useOfRooms));
  if (!checkpoint) throw new Error('There is no checkpoint');
  await projectionOf(subscriptions, useOfRooms).beside?.(checkpoint);
  expect((await placeOf(log.db, useOfRooms)).rebuild?.position).toBeGreaterThan(0);
  expect(await all()).toEqual(before);
  expect(await requestRebuild(subscriptions, useOfRooms, false)).toBe(false);
  await project(subscriptions, useOfRooms);
  await rebuilt();
  expect(await all()).toEqual(before);
});

test('60: An event that cannot be applied ends the rebuild with its reason, which quotes no text; the old rows stay', async () => {
  const broken = { now: false };
  const readModel: ReadModel = {
    ...useOfRooms,
    apply: (entries, context) => {
      const message = 'A bug of apply; dup key: { words: "Interview Ana" }';
      if (broken.now) return Promise.reject(new Error(message));
      return useOfRooms.apply(entries, context);
    },
  };
  const { log, subscriptions, all, rebuilt } = await setUp(readModel);
  const before = await all();
  broken.now = true;
  await requestRebuild(subscriptions, readModel, false);
  const failure = async () => (await placeOf(log.db, readModel)).rebuild?.failure;
  await until(async () => (await failure()) !== undefined);
  expect(await failure()).toBe('A bug of apply; dup key');
  expect(await all()).toEqual(before);
  broken.now = false;
  await requestRebuild(subscriptions, readModel, false);
  await rebuilt();
  await requestRebuild(subscriptions, readModel, false);
  await cancelRebuild(subscriptions, readModel);
  expect(await all()).toEqual(before);
});

test('A rebuild whose transactions last too long goes on in smaller ones; one event alone that does ends it', async () => {
  const most = { now: 1000 };
  const readModel: ReadModel = {
    ...useOfRooms,
    apply: (entries, context) =>
      entries.length > most.now
        ? Promise.reject(new MongoServerError({ message: 'Transaction expired', code: 290 }))
        : useOfRooms.apply(entries, context),
  };
  const { log, subscriptions, all, rebuilt } = await setUp(readModel);
  const before = await all();
  most.now = 2;
  await requestRebuild(subscriptions, readModel, false);
  await rebuilt();
  expect(await all()).toEqual(before);
  most.now = 0;
  await requestRebuild(subscriptions, readModel, false);
  const rebuild = async () => (await placeOf(log.db, readModel)).rebuild;
  await until(async () => (await rebuild())?.failure !== undefined);
  expect(await rebuild()).toMatchObject({ position: 0, failure: 'Transaction expired' });
  expect(await all()).toEqual(before);
}, 40_000);

test('A rebuild sets a read model going again that an event had stopped', async () => {
  const broken = { now: false };
  const readModel: ReadModel = {
    ...useOfRooms,
    apply: (entries, context) =>
      broken.now ? Promise.reject(new Error('A bug')) : useOfRooms.apply(entries, context),
  };
  const { store, subscriptions, room, rebuilt } = await setUp(readModel);
  broken.now = true;
  const late = await book(store, room, wish('2026-12-08T09:00', '10:00'));
  const subscription = projectionOf(subscriptions, readModel);
  await untilStopped(subscriptions, subscription);
  broken.now = false;
  await requestRebuild(subscriptions, readModel, false);
  await rebuilt();
  expect((await checkpointOf(subscriptions, subscription))?.status).toBe('running');
  const rows = await rowsAfter(subscriptions, readModel, late);
  expect(await rows.countDocuments({ monday: '2026-12-07' })).toBe(1);
});
