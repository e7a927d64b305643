import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bookRoom } from '@/domain/commands/book-room';
import { changeReservationDetails } from '@/domain/commands/change-reservation-details';
import type { Actor } from '@/domain/shared/actor';
import { booking, rewording } from '@/domain/testing/commands';
import { ana, ben } from '@/domain/testing/people';
import { wish } from '@/domain/testing/wall';
import { CommandId, type ReservationId, type RoomId } from '@/domain/shared/ids';
import { v7 as uuidv7 } from 'uuid';
import { forgetPerson } from '../forget-person';
import { PersonForgotten } from '../event-store/sealing';
import type { OpenStore } from '../testing/event-store/toy-store';
import { until } from '../testing/event-log/subscriptions';
import { cancel, newReservationId, newRoom } from '../testing/event-store/rooms';
import { project, roomsWithLog, rowsAfter } from '../testing/read-models/projections';
import type { Row } from './read-model';
import { requestRebuild } from './rebuild';
import { placeOf } from './rows-of';
import { searchOf } from './search';

const commandId = () => CommandId.of(uuidv7());

const titled = async (
  store: OpenStore,
  actor: Actor,
  roomId: RoomId,
  [time, title]: readonly [string, string],
  reservationId: ReservationId = newReservationId(),
) => {
  const sealed = await store.sealing.seal(actor.id, title);
  const told = { commandId: commandId(), roomId, reservationId, title: sealed };
  return store.execute(
    bookRoom,
    booking(wish(`2026-11-24T${time}`, `${time.slice(0, 2)}:30`), told),
    {
      actor,
    },
  );
};

test('A reservation is found by the words of its title as it is now', async () => {
  const { store, subscriptions } = await roomsWithLog();
  const search = searchOf(store.sealing.openGuarded);
  await project(subscriptions, search);
  const room = await newRoom(store);
  const id = newReservationId();
  await titled(store, ana, room, ['09:00', 'Café planning'], id);
  const other = await titled(store, ben, room, ['10:00', 'Planning poker']);
  const rows = await rowsAfter(subscriptions, search, other);
  const found = async (word: string) => (await rows.find({ words: word }).toArray()).length;
  expect([await found('planning'), await found('cafe'), await found('tea')]).toEqual([2, 1, 0]);
  const title = await store.sealing.seal(ana.id, 'Tea planning');
  const reworded = await store.execute(
    changeReservationDetails,
    { ...rewording({ title }), commandId: commandId(), reservationId: id },
    { actor: ana },
  );
  await rowsAfter(subscriptions, search, reworded);
  expect([await found('cafe'), await found('tea')]).toEqual([0, 1]);
  await rowsAfter(subscriptions, search, await cancel(store, id));
  expect(await rows.findOne({ words: 'tea' })).toMatchObject({
    _id: id,
    status: 'cancelled',
    memberId: ana.id,
    title: 'Tea planning',
  });
});

test('76, 77, 78, 79: Of who was forgotten no row is left, and none comes back by a late event or a rebuild', async () => {
  const { store, log, subscriptions } = await roomsWithLog();
  const search = searchOf(store.sealing.openGuarded);
  await project(subscriptions, search);
  const room = await newRoom(store);
  const id = newReservationId();
  await titled(store, ana, room, ['09:00', 'Interview'], id);
  const kept = await titled(store, ben, room, ['10:00', 'Interview']);
  const rows = await rowsAfter(subscriptions, search, kept);
  const sealedBefore = await store.sealing.seal(ana.id, 'Secret');
  const places = { client: store.client, db: log.db, sealing: store.sealing, inPlain: [search] };
  expect(await forgetPerson(places, ana.id)).toEqual({ key: 'there', rows: 1 });
  await expect(store.sealing.seal(ana.id, 'More')).rejects.toThrow(PersonForgotten);
  const told = { ...rewording({ title: sealedBefore }), commandId: commandId(), reservationId: id };
  const late = await store.execute(changeReservationDetails, told, { actor: ana });
  const again = { commandId: commandId(), roomId: room, reservationId: newReservationId() };
  const lateBooking = await store.execute(
    bookRoom,
    booking(wish('2026-11-25T09:00', '10:00'), { ...again, title: sealedBefore }),
    { actor: ana },
  );
  await rowsAfter(subscriptions, search, late, lateBooking);
  expect(await rows.find().toArray()).toMatchObject([{ memberId: ben.id, title: 'Interview' }]);
  expect(await forgetPerson(places, ana.id)).toEqual({ key: 'forgotten', rows: 0 });
  await requestRebuild(subscriptions, search, false);
  await until(async () => (await placeOf(log.db, search)).rebuilt !== undefined);
  const anew = await rowsAfter(subscriptions, search);
  expect(await anew.find().toArray()).toMatchObject([{ memberId: ben.id, title: 'Interview' }]);
});

test('79: Who is forgotten while a row with their words is on its way leaves none', async () => {
  const { store, log } = await roomsWithLog();
  const search = searchOf(store.sealing.openGuarded);
  const places = { client: store.client, db: log.db, sealing: store.sealing, inPlain: [search] };
  const sealed = await store.sealing.seal(ana.id, 'Interview');
  const { collection } = await placeOf(log.db, search);
  const rows = log.db.collection<Row>(collection);
  await store.client.withSession(async (session) => {
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    const texts = await store.sealing.openGuarded([sealed], session);
    const title = texts.get(sealed.box);
    await rows.insertOne({ _id: newReservationId(), memberId: ana.id, title }, { session });
    const forgetting = forgetPerson(places, ana.id);
    await pause(100);
    await session.commitTransaction();
    expect(await forgetting).toEqual({ key: 'there', rows: 1 });
  });
  expect(await rows.countDocuments({})).toBe(0);
});

test('79: Rows that a rebuild has put out of use lose the words of who is forgotten too', async () => {
  const { store, log, subscriptions } = await roomsWithLog();
  const search = searchOf(store.sealing.openGuarded);
  const places = { client: store.client, db: log.db, sealing: store.sealing, inPlain: [search] };
  await project(subscriptions, search);
  const booked = await titled(store, ana, await newRoom(store), ['09:00', 'Interview']);
  const before = await rowsAfter(subscriptions, search, booked);
  await requestRebuild(subscriptions, search, false);
  await until(async () => (await placeOf(log.db, search)).rebuilt !== undefined);
  const { retired } = await placeOf(log.db, search);
  expect(retired).toMatchObject([{ collection: before.collectionName }]);
  expect(await before.countDocuments({ memberId: ana.id })).toBe(1);
  expect(await forgetPerson(places, ana.id)).toEqual({ key: 'there', rows: 2 });
  expect(await before.countDocuments({})).toBe(0);
});
