import { beforeAll, test } from 'vitest';
import { reservationStream } from '@/domain/reservation/reservation';
import { wish } from '@/domain/testing/wall';
import { startChild } from '../testing/event-store/child';
import type { SenderTask } from '../testing/event-store/child-sender';
import { startProxy, type Verdict } from '../testing/event-store/proxy';
import {
  book,
  move,
  newReservationId,
  newRoom,
  ofRooms,
  reservedIn,
  wrongsOf,
} from '../testing/event-store/rooms';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { testMongodbUri } from '../testing/test-mongodb';
import type { Outcome } from './outcome';

let store: OpenStore;
beforeAll(async () => {
  store = await openStore(ofRooms);
});

const ten = wish('2026-11-23T10:00', '11:00');

/** Another process that is killed with `kill -9` when its commit is on the way, or was just carried out. */
const killedAtCommit = async (task: SenderTask, when: 'before' | 'after') => {
  const proxy = await startProxy(testMongodbUri());
  const child = startChild('child-sender.ts', proxy.uri, store.databaseName);
  await child.next();
  await new Promise<void>((reached) => {
    let commits = 0;
    proxy.judge((command): Verdict | Promise<Verdict> => {
      if (command !== 'commitTransaction') return 'pass';
      commits += 1;
      // Having heard no answer it asks again: then the first one was carried out.
      if (when === 'after' && commits === 1) return 'cut after';
      reached();
      return new Promise(() => {});
    });
    child.tell(task);
  });
  await child.kill();
};

/** Sends until it is done, as a person would who reads "busy, try again". */
const untilDone = async (send: () => Promise<Outcome>) => {
  const begun = performance.now();
  for (;;) {
    const outcome = await send();
    if (outcome.status === 'accepted') return performance.now() - begun;
    if (outcome.refusal.code !== 'BUSY') throw new Error(outcome.refusal.code);
  }
};

test.concurrent(
  'After kill -9 in mid-transaction the same slot is bookable by another process within 10 s, and nothing of the dead one is there',
  async ({ expect }) => {
    const elsewhere = await openBeside(store, ofRooms);
    const roomId = await newRoom(store);
    const dead = newReservationId();
    await killedAtCommit({ does: 'book', reservationId: dead, roomId, wish: ten }, 'before');
    const alive = newReservationId();
    expect(await untilDone(() => book(elsewhere, roomId, ten, alive))).toBeLessThan(10_000);
    expect((await store.readWhole(reservationStream(dead))).exists).toBe(false);
    expect((await reservedIn(store, roomId)).map((r) => r.reservationId)).toEqual([alive]);
    expect(await wrongsOf(store, roomId)).toEqual([]);
  },
);

test.concurrent.for(['before', 'after'] as const)(
  '26: A move between rooms is never half done, also when the process is killed right %s its commit',
  async (when, { expect }) => {
    const elsewhere = await openBeside(store, ofRooms);
    const [from, to] = [await newRoom(store), await newRoom(store)];
    const reservationId = newReservationId();
    await book(store, from, ten, reservationId);
    await killedAtCommit({ does: 'move', reservationId, roomId: to, wish: ten }, when);
    const [free, taken] = when === 'before' ? [to, from] : [from, to];
    const at = async () => (await store.readWhole(reservationStream(reservationId))).state;
    expect(await at()).toMatchObject({ status: 'reserved', granted: { roomId: taken } });
    for (const roomId of [from, to]) expect(await wrongsOf(store, roomId)).toEqual([]);
    await untilDone(() => book(elsewhere, free, ten));
    if (when === 'before')
      await untilDone(() => move(elsewhere, reservationId, to, wish('2026-11-23T12:00', '13:00')));
    for (const roomId of [from, to]) expect(await wrongsOf(store, roomId)).toEqual([]);
  },
);
