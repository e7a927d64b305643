import { beforeAll, describe, expect, test } from 'vitest';
import type { RoomId } from '@/domain/shared/ids';
import { wish } from '@/domain/testing/wall';
import { interleaved, orders, startGate, type Gate } from '../testing/event-store/interleaved';
import * as rooms from '../testing/event-store/rooms';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { testMongodbUri } from '../testing/test-mongodb';
import type { Outcome } from './outcome';

const { book, cancel, close, move, newReservationId, newRoom, ofRooms, restore, retire } = rooms;

let store: OpenStore;
let gates: readonly [Gate, Gate];
let gated: readonly [OpenStore, OpenStore];
beforeAll(async () => {
  store = await openStore(ofRooms);
  gates = [await startGate(testMongodbUri()), await startGate(testMongodbUri())];
  gated = [
    await openBeside(store, { ...ofRooms, uri: gates[0].uri }),
    await openBeside(store, { ...ofRooms, uri: gates[1].uri }),
  ];
});

type Act = (through: OpenStore) => Promise<Outcome>;

const ten = wish('2026-11-23T10:00', '11:00');
const noon = wish('2026-11-23T12:00', '13:00');
const twoDays = wish('2026-11-23T00:00', '2026-11-25T00:00');
const partOfTheDay = wish('2026-11-23T09:30', '10:30');

/** What takes a room out of use. */
const takings: readonly (readonly [string, (roomId: RoomId) => Act])[] = [
  ['retiring it', (roomId) => (s) => retire(s, roomId)],
  ['retiring it and cancelling', (roomId) => (s) => retire(s, roomId, true)],
  ['closing it for two days', (roomId) => (s) => close(s, roomId, twoDays)],
  [
    'closing it for an hour and cancelling',
    (roomId) => (s) => close(s, roomId, partOfTheDay, true),
  ],
];

const booked = async (roomId: RoomId, at = ten) => {
  const reservationId = newReservationId();
  await book(store, roomId, at, reservationId);
  return reservationId;
};
/** Leaves a day that exists and holds nothing. */
const opened = async (roomId: RoomId) => cancel(store, await booked(roomId, noon));
const elsewhere = async () => booked(await newRoom(store));

/** What wants to use it meanwhile, and what stands there before. */
const uses: readonly (readonly [string, (roomId: RoomId) => Promise<Act>])[] = [
  ['a booking that opens the day', (roomId) => Promise.resolve((s) => book(s, roomId, ten))],
  [
    'a booking on a day opened before',
    async (roomId) => {
      await opened(roomId);
      return (s) => book(s, roomId, ten);
    },
  ],
  [
    'a move from another room that opens the day',
    async (roomId) => {
      const reservationId = await elsewhere();
      return (s) => move(s, reservationId, roomId, ten);
    },
  ],
  [
    'a move from another room to a day opened before',
    async (roomId) => {
      await opened(roomId);
      const reservationId = await elsewhere();
      return (s) => move(s, reservationId, roomId, ten);
    },
  ],
  [
    'a reservation restored',
    async (roomId) => {
      const reservationId = await booked(roomId);
      await cancel(store, reservationId);
      return (s) => restore(s, reservationId);
    },
  ],
  [
    'a reservation moved out of the way',
    async (roomId) => {
      const [reservationId, other] = [await booked(roomId), await newRoom(store)];
      return (s) => move(s, reservationId, other, ten);
    },
  ],
];

/** How either may end: done, or refused for what the other did. */
const expected = [
  'accepted',
  ...['RESERVATIONS_IN_THE_WAY', 'ROOM_RETIRED', 'ROOM_CLOSED', 'ALREADY_CANCELLED'],
];
const endOf = (outcome: Outcome) =>
  outcome.status === 'accepted' ? 'accepted' : outcome.refusal.code;

/** Hands both in at once, so that one group takes them, the first first. */
const inOneGroup = (first: Act, second: Act) => Promise.all([first(store), second(store)]);

describe.each(takings)('Between %s', (_, taking) => {
  test.each(uses)(
    'and %s in one group nothing slips past, whichever comes first',
    async (__, use) => {
      for (const order of ['take, use', 'use, take']) {
        const roomId = await newRoom(store);
        const using = await use(roomId);
        const acts = [taking(roomId), using] as const;
        const [first, second] = order === 'take, use' ? acts : acts.toReversed();
        const ends = (await inOneGroup(first, second)).map(endOf);
        for (const end of ends) expect(expected, order).toContain(end);
        expect(ends, order).toContain('accepted');
        expect(await rooms.wrongsOf(store, roomId), order).toEqual([]);
      }
    },
  );

  test.each(uses)(
    'and %s nothing slips past, in whatever order they load and commit',
    async (__, use) => {
      for (const order of orders) {
        const roomId = await newRoom(store);
        const using = await use(roomId);
        const take = taking(roomId);
        const ends = await interleaved(order, gates, [() => take(gated[0]), () => using(gated[1])]);
        for (const outcome of ends) expect(expected, order).toContain(endOf(outcome));
        expect(
          ends.map(({ status }) => status),
          order,
        ).toContain('accepted');
        expect(await rooms.wrongsOf(store, roomId), order).toEqual([]);
      }
    },
  );
});
