import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/domain/shared/actor';
import { reservationStream } from '@/domain/reservation/reservation';
import { MemberId, type ReservationId, type RoomId } from '@/domain/shared/ids';
import type { LocalDate } from '@/domain/shared/time';
import { background } from '../app-background';
import { eventStore } from '../store';
import { activityOf } from './activity';
import { causesIn } from './causation';
import { hasPassed } from './has-passed';
import {
  ana,
  ben,
  booked,
  booking,
  cancelled,
  clara,
  date,
  roomAdded,
  wish,
} from './query.fixture';
import { searchReservations } from './search-reservations';
import { weeklyUse } from './weekly-use';

let room: RoomId;
let hers: ReservationId;
beforeAll(async () => {
  await background();
  room = await roomAdded('Atlas');
  hers = await booked(ana, room, wish('09:00', '10:30'), 'Hiring Café panel');
  await booked(ben, room, wish('11:00', '12:00'), 'Panel discussion');
  await cancelled(ben, await booked(ben, room, wish('13:00', '14:00'), 'Nothing of it'));
});
afterAll(async () => (await background()).stop());

const caughtUp = { timeout: 15_000 };

test('A member finds own reservations by the beginnings of their words, a manager those of everyone', async () => {
  const found = async (viewer: Actor, asked: string) =>
    (await searchReservations(viewer, asked)).reservations.length;
  await expect.poll(() => found(clara, 'panel'), caughtUp).toBe(2);
  expect(await found(ana, 'PANEL cafe')).toBe(1);
  expect(await found(ana, 'hir')).toBe(1);
  expect(await found(ana, 'discussion')).toBe(0);
  expect(await found(ben, 'hiring')).toBe(0);
  expect(await found(clara, '.*')).toBe(0);
  const { reservations, texts } = await searchReservations(ana, 'hiring');
  expect(reservations).toMatchObject([{ reservationId: hers, status: 'reserved' }]);
  expect(Object.values(texts)).toEqual(['Hiring Café panel']);
});

test('The use of a room is told for the weeks asked for, also those without any', async () => {
  const use = () => weeklyUse(room, date as LocalDate, { before: 1, after: 1 });
  const booked = { bookedMinutes: 150, reservations: 2 };
  const none = { bookedMinutes: 0, reservations: 0 };
  await expect.poll(use, caughtUp).toMatchObject([none, booked, none]);
});

test('What one request caused is a tree: its command with its events, as they were decided', async () => {
  const log = async () => (await background()).log;
  await expect.poll(async () => (await causesOf(hers)).length, caughtUp).toBe(1);
  const [cause] = await causesOf(hers);
  expect(cause).toMatchObject({
    actor: { id: ana.id },
    events: [
      { type: 'RoomReserved', streamName: `reservation:${hers}`, streamPosition: 1 },
      { type: 'SlotHeld', streamName: `room_day:${room}_${date}`, streamPosition: 1 },
    ],
  });
  const entry = await (await log()).entries.findOne({ _id: cause?.events[0]?.position ?? 0 });
  expect(entry?.event.metadata.causationId).toBe(cause?.causationId);
});

/** Where the request is asked for that made a reservation. */
const causesOf = async (reservationId: ReservationId) => {
  const { events } = await (await eventStore()).readWhole(reservationStream(reservationId));
  return causesIn(events[0]?.metadata.correlationId ?? '');
};

test('What a member did is told with the latest first, and nothing of others', async () => {
  await expect.poll(async () => (await activityOf(ben.id)).length, caughtUp).toBe(3);
  expect((await activityOf(ben.id)).map(({ eventType }) => eventType)).toEqual([
    'ReservationCancelled',
    'RoomReserved',
    'RoomReserved',
  ]);
  expect(await activityOf(ana.id)).toMatchObject([{ streamName: `reservation:${hers}` }]);
  expect(await activityOf(MemberId.of('emi.tanaka'))).toEqual([]);
});

test('A page that waits for a command has it in the rows it then reads, or is told that it has not', async () => {
  const { reservationId, outcome } = await booking(clara, room, wish('15:00', '16:00'), 'Retro');
  if (outcome.status === 'refused') throw new Error(outcome.refusal.code);
  for (const shown of ['activity', 'search', 'use'] as const) {
    await expect.poll(() => hasPassed(shown, outcome.positions), caughtUp).toBe(true);
  }
  expect(await activityOf(clara.id)).toMatchObject([
    { streamName: `reservation:${reservationId}` },
    { eventType: 'RoomAdded' },
  ]);
  expect(await hasPassed('activity', { [`reservation:${reservationId}`]: 2 })).toBe(false);
});
