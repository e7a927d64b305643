import { expect, test } from 'vitest';
import { wish } from '@/domain/testing/wall';
import {
  book,
  cancel,
  move,
  newReservationId,
  newRoom,
  restore,
} from '../testing/event-store/rooms';
import { project, roomsWithLog, rowsAfter } from '../testing/read-models/projections';
import { useOfRooms } from './use-of-rooms';

test('The use of a room counts what stands, in the week on its wall, through moves, cancellings and restorings', async () => {
  const { store, subscriptions } = await roomsWithLog();
  await project(subscriptions, useOfRooms);
  const [room, other] = [await newRoom(store, { longestMinutes: 1440 }), await newRoom(store)];
  const [one, two, three] = [newReservationId(), newReservationId(), newReservationId()];
  await book(store, room, wish('2026-11-24T09:00', '10:30'), one);
  // From Sunday 23:00 over midnight: an hour in one week, two in the next.
  await book(store, room, wish('2026-11-29T23:00', '2026-11-30T02:00'), two);
  const booked = await book(store, room, wish('2026-11-25T09:00', '10:00'), three);
  const weeks = async (...outcomes: Parameters<typeof rowsAfter>[2][]) => {
    const rows = await rowsAfter(subscriptions, useOfRooms, ...outcomes);
    const found = await rows.find({ kind: 'week' }).sort({ _id: 1 }).toArray();
    return found.map((row) => [
      row.roomId === room ? 'room' : 'other',
      row.monday as string,
      row.bookedMinutes as number,
      row.reservations as number,
    ]);
  };
  expect(await weeks(booked)).toEqual([
    ['room', '2026-11-23', 210, 3],
    ['room', '2026-11-30', 120, 0],
  ]);
  const moved = await move(store, one, other, wish('2026-12-01T09:00', '09:30'));
  const cancelled = await cancel(store, three);
  expect(await weeks(moved, cancelled)).toEqual([
    ['room', '2026-11-23', 60, 1],
    ['room', '2026-11-30', 120, 0],
    ['other', '2026-11-30', 30, 1],
  ]);
  expect(await weeks(await restore(store, three))).toEqual([
    ['room', '2026-11-23', 120, 2],
    ['room', '2026-11-30', 120, 0],
    ['other', '2026-11-30', 30, 1],
  ]);
});
