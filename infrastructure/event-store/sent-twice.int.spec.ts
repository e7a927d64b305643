import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { bookRoom } from '@/domain/commands/book-room';
import { moveReservation } from '@/domain/commands/move-reservation';
import { reservationStream } from '@/domain/reservation/reservation';
import { CommandId } from '@/domain/shared/ids';
import { booking, moving } from '@/domain/testing/commands';
import { ana, sealed } from '@/domain/testing/people';
import { wish } from '@/domain/testing/wall';
import { book, newReservationId, newRoom, ofRooms, wrongsOf } from '../testing/event-store/rooms';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';

let store: OpenStore;
let elsewhere: OpenStore;
beforeAll(async () => {
  store = await openStore(ofRooms);
  elsewhere = await openBeside(store, ofRooms);
});

const ten = wish('2026-11-23T10:00', '11:00');
const newCommandId = () => CommandId.of(uuidv7());
const context = { actor: ana };

test('A booking sent twice at once, to two processes, is one reservation, and both senders hear the same', async () => {
  const roomId = await newRoom(store);
  const reservationId = newReservationId();
  const command = booking(ten, { commandId: newCommandId(), roomId, reservationId });
  const [first, second] = await Promise.all([
    store.execute(bookRoom, command, context),
    elsewhere.execute(bookRoom, command, context),
  ]);
  expect(first).toMatchObject({ status: 'accepted', answer: { reservationId } });
  expect(second).toEqual(first);
  expect((await store.readWhole(reservationStream(reservationId))).position).toBe(1);
  expect(await wrongsOf(store, roomId)).toEqual([]);
});

test('A booking that comes again with another title is refused, not answered as done with the first', async () => {
  const roomId = await newRoom(store);
  const reservationId = newReservationId();
  const command = booking(ten, { commandId: newCommandId(), roomId, reservationId });
  await store.execute(bookRoom, command, context);
  const corrected = { ...command, title: sealed('another title') };
  expect(await elsewhere.execute(bookRoom, corrected, context)).toMatchObject({
    status: 'refused',
    refusal: { code: 'ID_IN_USE' },
  });
  expect((await store.readWhole(reservationStream(reservationId))).position).toBe(1);
});

test('A move to another room that arrives once more after the way back does not move it again', async () => {
  const [here, there] = [await newRoom(store), await newRoom(store)];
  const reservationId = newReservationId();
  await book(store, here, ten, reservationId);
  const to = (roomId: typeof here) =>
    moving(ten, { commandId: newCommandId(), reservationId, roomId });
  const away = to(there);
  const first = await store.execute(moveReservation, away, context);
  expect(first).toMatchObject({ status: 'accepted' });
  await store.execute(moveReservation, to(here), context);
  expect(await elsewhere.execute(moveReservation, away, context)).toEqual(first);
  const { state, position } = await store.readWhole(reservationStream(reservationId));
  expect(state).toMatchObject({ granted: { roomId: here } });
  expect(position).toBe(3);
});
