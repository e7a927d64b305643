import { expect, test } from 'vitest';
import { wish } from '@/domain/testing/wall';
import type { LogEntry } from '../event-log/log-documents';
import { parkedEvents, skipEvent } from '../event-log/operate-subscriptions';
import { replayParked } from '../event-log/replay-parked';
import { checkpointOf, until } from '../testing/event-log/subscriptions';
import { book, cancel, newReservationId, newRoom } from '../testing/event-store/rooms';
import { project, roomsWithLog, rowsAfter } from '../testing/read-models/projections';
import { forgetWithRows } from './forget-rows';
import { projectionOf } from './project';
import type { ReadModel } from './read-model';
import { requestRebuild } from './rebuild';
import { placeOf, placesOf } from './rows-of';
import { useOfRooms } from './use-of-rooms';

/** A read model that cannot apply what `poison` names, with a room it can. */
const setUp = async () => {
  const { store, log, subscriptions } = await roomsWithLog();
  const poison: { at: (entry: LogEntry) => boolean } = { at: () => false };
  const readModel: ReadModel = {
    ...useOfRooms,
    apply: (entries, context) =>
      entries.some(poison.at)
        ? Promise.reject(new Error('A bug of apply'))
        : useOfRooms.apply(entries, context),
  };
  const subscription = projectionOf(subscriptions, readModel);
  const worker = await project(subscriptions, readModel);
  const room = await newRoom(store);
  /** Has the next event stop the read model, and skips it; gives its position. */
  const skipped = async (command: () => Promise<unknown>) => {
    poison.at = () => true;
    await command();
    const stopped = async () => (await checkpointOf(subscriptions, subscription))?.failure;
    await until(async () => (await stopped()) !== undefined);
    const position = (await stopped())?.position ?? 0;
    poison.at = () => false;
    expect(await skipEvent(subscriptions, subscription.name)).toBe('done');
    return position;
  };
  return { store, log, subscriptions, subscription, readModel, worker, room, poison, skipped };
};

const nine = wish('2026-11-24T09:00', '10:00');
const eleven = wish('2026-11-24T11:00', '11:30');

test('57: An event that a read model skipped is handed over again, and counts once', async () => {
  const { store, subscriptions, subscription, readModel, room, poison, skipped } = await setUp();
  const position = await skipped(() => book(store, room, nine));
  const later = await book(store, room, eleven);
  const rows = await rowsAfter(subscriptions, readModel, later);
  const week = () => rows.findOne({ kind: 'week' });
  expect(await week()).toMatchObject({ bookedMinutes: 30, reservations: 1 });
  poison.at = () => true;
  await expect(replayParked(subscriptions, subscription, position)).rejects.toThrow('A bug');
  expect(await parkedEvents(subscriptions)).toHaveLength(1);
  poison.at = () => false;
  const { position: before } = (await checkpointOf(subscriptions, subscription)) ?? {};
  const twice = [1, 2].map(() => replayParked(subscriptions, subscription, position));
  expect((await Promise.all(twice)).sort()).toEqual(['done', 'unknown']);
  expect(await week()).toMatchObject({ bookedMinutes: 90, reservations: 2 });
  expect(await checkpointOf(subscriptions, subscription)).toMatchObject({ position: before });
});

test('An event is not applied to rows after later ones of its stream; a rebuild takes it in', async () => {
  const { store, log, subscriptions, subscription, readModel, room, skipped } = await setUp();
  const id = newReservationId();
  const position = await skipped(() => book(store, room, nine, id));
  const cancelled = await cancel(store, id);
  await rowsAfter(subscriptions, readModel, cancelled);
  expect(await replayParked(subscriptions, subscription, position)).toBe('overtaken');
  const aside = await skipped(() => book(store, room, eleven));
  expect(await parkedEvents(subscriptions)).toMatchObject([{ position }, { position: aside }]);
  await requestRebuild(subscriptions, readModel, false);
  await until(async () => (await placeOf(log.db, readModel)).rebuild === undefined);
  expect(await parkedEvents(subscriptions)).toEqual([]);
  const rows = await rowsAfter(subscriptions, readModel);
  expect(await rows.findOne({ kind: 'week' })).toMatchObject({ bookedMinutes: 30 });
});

test('An event is handed over after another of its stream that was put aside too', async () => {
  const { store, subscriptions, subscription, readModel, room, skipped } = await setUp();
  const id = newReservationId();
  const booked = await skipped(() => book(store, room, nine, id));
  const cancelled = await skipped(() => cancel(store, id));
  expect(await replayParked(subscriptions, subscription, booked)).toBe('done');
  expect(await replayParked(subscriptions, subscription, cancelled)).toBe('done');
  const rows = await rowsAfter(subscriptions, readModel);
  expect(await rows.findOne({ kind: 'week' })).toMatchObject({ bookedMinutes: 0, reservations: 0 });
});

test('A read model that was forgotten and comes back counts everything once', async () => {
  const { store, log, subscriptions, subscription, readModel, room, worker } = await setUp();
  const booked = await book(store, room, nine);
  const before = await rowsAfter(subscriptions, readModel, booked);
  await worker.end();
  await forgetWithRows(subscriptions, subscription.name);
  expect(await placesOf(log.db).countDocuments()).toBe(0);
  expect(await before.countDocuments()).toBe(0);
  await project(subscriptions, readModel);
  const rows = await rowsAfter(subscriptions, readModel, booked);
  expect(await rows.findOne({ kind: 'week' })).toMatchObject({ bookedMinutes: 60 });
});
