import { beforeAll, expect, test } from 'vitest';
import { reservationStream } from '@/domain/reservation/reservation';
import type { Actor } from '@/domain/shared/actor';
import { MemberId } from '@/domain/shared/ids';
import { wish } from '@/domain/testing/wall';
import { startChild } from '../testing/event-store/child';
import type { BookerTask } from '../testing/event-store/child-booker';
import {
  book,
  newReservationId,
  newRoom,
  ofRooms,
  reservedIn,
  wrongsOf,
} from '../testing/event-store/rooms';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { testMongodbUri } from '../testing/test-mongodb';

let store: OpenStore;
let elsewhere: OpenStore;
beforeAll(async () => {
  store = await openStore(ofRooms);
  elsewhere = await openBeside(store, ofRooms);
});

test('Of 50 clients who want one slot one wins; the 49 refusals name the winner, and each is kept', async () => {
  const roomId = await newRoom(store);
  const slot = wish('2026-11-23T10:00', '11:00');
  const clients = Array.from({ length: 50 }, (_, i) => {
    const actor: Actor = { id: MemberId.of(`member-${i}`), role: 'member' };
    return { actor, reservationId: newReservationId(), through: i % 2 ? store : elsewhere };
  });
  const outcomes = await Promise.all(
    clients.map(({ actor, reservationId, through }) =>
      book(through, roomId, slot, reservationId, actor),
    ),
  );
  const won = clients.filter((_, i) => outcomes[i]?.status === 'accepted');
  expect(won).toHaveLength(1);
  const winner = { reservationId: won[0]?.reservationId, memberId: won[0]?.actor.id };
  for (const [i, { reservationId }] of clients.entries()) {
    const { state, foldMatches } = await store.readWhole(reservationStream(reservationId));
    expect(foldMatches).toBe(true);
    if (reservationId === winner.reservationId) continue;
    const refusal = { code: 'SLOT_TAKEN', winner };
    expect(outcomes[i]).toMatchObject({ status: 'refused', kept: true, refusal });
    expect(state).toMatchObject({ status: 'rejected', refusal });
  }
  expect(await wrongsOf(store, roomId)).toEqual([]);
});

test('62: Two processes with 16 clients each book one hot day full: no command gives up, and nothing overlaps', async () => {
  const roomId = await newRoom(store, { gridMinutes: 5, shortestMinutes: 5 });
  const slots = Array.from({ length: 160 }, (_, i) => {
    const start = new Date(Date.UTC(2026, 10, 23, 6, 5 * i));
    const text = (at: Date) => at.toISOString().slice(0, 16);
    return wish(text(start), text(new Date(start.getTime() + 300_000)));
  });
  const processes = [0, 1].map((half) => ({
    child: startChild('child-booker.ts', testMongodbUri(), store.databaseName),
    task: {
      roomId,
      clients: Array.from({ length: 16 }, (_, client) =>
        slots.filter((_, i) => i % 2 === half && (i >> 1) % 16 === client),
      ),
    } satisfies BookerTask,
  }));
  for (const { child } of processes) expect(await child.next()).toBe('ready');
  for (const { child, task } of processes) child.tell(task);
  const codes = (await Promise.all(processes.map(({ child }) => child.next()))).flat();
  expect(codes).toEqual(slots.map(() => 'accepted'));
  expect(await reservedIn(store, roomId)).toHaveLength(160);
  expect(await wrongsOf(store, roomId)).toEqual([]);
});
