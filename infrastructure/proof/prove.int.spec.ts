import { expect, test } from 'vitest';
import type { RoomId } from '@/domain/shared/ids';
import { wish } from '@/domain/testing/wall';
import { startSequencer } from '../testing/event-log/logs';
import { until } from '../testing/event-log/subscriptions';
import {
  book,
  cancel,
  move,
  newReservationId,
  newRoom,
  ofRooms,
} from '../testing/event-store/rooms';
import { openBeside } from '../testing/event-store/toy-store';
import { breaksIn, proved } from '../testing/proof/proved';
import { eventsIn, writtenStore } from '../testing/proof/written-store';
import { useOfRooms } from '../read-models/use-of-rooms';
import { project, roomsWithLog } from '../testing/read-models/projections';

test('A store in which everything was done that is done to rooms holds', async () => {
  const { store, log } = await writtenStore();
  const proof = await proved(store);
  expect(proof.breaks).toEqual([]);
  const [last] = await log.entries.find().sort({ _id: -1 }).limit(1).toArray();
  const events = await eventsIn(store);
  expect(proof).toMatchObject({
    events,
    entries: events,
    streams: 3 + 8 + 8,
    reserved: 5,
    pieces: 7,
    behind: { events: 0 },
    head: { position: events, hash: last?.hash },
  });
});

test('A store holds at every moment while writers write and read models follow', async () => {
  const { store, subscriptions } = await roomsWithLog();
  await project(subscriptions, useOfRooms);
  const beside = await openBeside(store, ofRooms);
  const rooms = await Promise.all([newRoom(store), newRoom(store)]);
  let writing = true;
  let written = 0;
  const writer = async (through: typeof store, hour: number) => {
    for (let i = 0; writing; i += 1) {
      const [one, other] = i % 2 ? rooms : [rooms[1], rooms[0]];
      const id = newReservationId();
      const at = wish(`2026-11-24T${hour}:00`, `${hour}:45`);
      await book(through, one, at, id);
      await move(through, id, other, wish('2026-11-24T23:00', '2026-11-25T01:00'));
      const last = await cancel(through, id);
      if (last.status === 'accepted') written += 1;
    }
  };
  const writers = [10, 11, 12].flatMap((hour) => [writer(store, hour), writer(beside, hour)]);
  const proofs = [];
  for (let i = 0; i < 5; i += 1) {
    const before = written;
    await until(() => written > before);
    proofs.push(await proved(store));
  }
  writing = false;
  await Promise.all(writers);
  expect(proofs.flatMap(({ breaks }) => breaks)).toEqual([]);
  expect(new Set(proofs.map(({ events }) => events)).size).toBe(5);
  expect(proofs.at(-1)?.checkpoints).toBe(1);
});

test('A log that lags behind is no break: it is said by how much, and which event is the oldest', async () => {
  const { store, log, room } = await writtenStore();
  const id = newReservationId();
  await book(store, room.id as RoomId, wish('2026-12-10T23:00', '2026-12-11T01:00'), id);
  await cancel(store, id);
  const { breaks, behind } = await proved(store);
  expect(breaks).toEqual([]);
  expect(behind).toMatchObject({ events: 6, oldest: { position: 1 } });
  await startSequencer(log);
  expect(await breaksIn(store)).toEqual([]);
});
