import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { RoomId } from '@/domain/shared/ids';
import { wish } from '@/domain/testing/wall';
import * as rooms from '../testing/event-store/rooms';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import type { Outcome } from './outcome';

const { book, cancel, close, move, newReservationId, newRoom, ofRooms, retire } = rooms;

const tries = 300;
const tables = 3;

const monday = wish('2026-11-23T10:00', '11:00');
const mondayNoon = wish('2026-11-23T12:00', '13:00');
const mondayAfternoon = wish('2026-11-23T14:00', '15:00');
const mondayNight = wish('2026-11-23T23:00', '2026-11-24T01:00');
const tuesday = wish('2026-11-24T10:00', '11:00');
const bothDays = wish('2026-11-23T00:00', '2026-11-25T00:00');
const partOfMonday = wish('2026-11-23T09:00', '12:30');

const pick = <T>(choices: readonly [T, ...T[]]): T =>
  choices[Math.floor(Math.random() * choices.length)] ?? choices[0];
const chance = () => Math.random() < 0.5;
/** So that the three meet in ever other moments of each other's work. */
const soon = () => pause(Math.random() * 6);

const taking = (s: OpenStore, roomId: RoomId) =>
  pick([
    () => retire(s, roomId, chance()),
    () => close(s, roomId, bothDays, chance()),
    () => close(s, roomId, partOfMonday, chance()),
  ])();

const bookingOrMove = async (s: OpenStore, roomId: RoomId) => {
  const at = pick([monday, monday, mondayNight]);
  if (chance()) return () => book(s, roomId, at);
  const reservationId = newReservationId();
  await book(s, await newRoom(s), at, reservationId);
  return () => move(s, reservationId, roomId, at);
};

/**
 * One room, and three who come at once: one takes it out of use, one books or moves, one opens
 * another day, or the same one at a time that a closing of its morning leaves open.
 */
const meet = async ([a, b, c]: readonly [OpenStore, OpenStore, OpenStore]) => {
  const roomId = await newRoom(a, { bufferMinutes: pick([0, 30]) });
  if (chance()) {
    const reservationId = newReservationId();
    await book(b, roomId, mondayNoon, reservationId);
    if (chance()) await cancel(c, reservationId);
  }
  const use = await bookingOrMove(b, roomId);
  const outcomes: readonly Outcome[] = await Promise.all([
    soon().then(() => taking(a, roomId)),
    soon().then(use),
    soon().then(() => book(c, roomId, pick([tuesday, mondayAfternoon]))),
  ]);
  const codes = outcomes.map((o) => (o.status === 'accepted' ? o.status : o.refusal.code));
  return { codes, wrongs: await rooms.wrongsOf(a, roomId) };
};

const allowed = ['accepted', 'RESERVATIONS_IN_THE_WAY', 'ROOM_RETIRED', 'ROOM_CLOSED'];

test(
  `Retire and close against book and move, ${tries} times at random over three stores: nothing slips past`,
  { timeout: 300_000 },
  async () => {
    const first = await openStore(ofRooms);
    const beside = () => openBeside(first, ofRooms);
    const seen = new Map<string, number>();
    const playing = Array.from({ length: tables }, async () => {
      const stores = [await beside(), await beside(), await beside()] as const;
      for (let round = 0; round < tries / tables; round += 1) {
        const { codes, wrongs } = await meet(stores);
        expect(wrongs, codes.join()).toEqual([]);
        for (const code of codes) {
          expect(allowed).toContain(code);
          seen.set(code, (seen.get(code) ?? 0) + 1);
        }
      }
    });
    await Promise.all(playing);
    // All ways to end were met, so the tries did race.
    expect([...seen.keys()].sort()).toEqual(allowed.toSorted());
  },
);
