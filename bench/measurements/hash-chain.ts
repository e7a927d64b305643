import type { RoomId } from '@/domain/shared/ids';
import { streamDefinitions } from '@/domain/stream-definitions';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';
import { bookingsOf } from '../booking-plan';
import { bundledStore } from '../bundled-store';
import { allClients } from '../clients';
import { compare, interleave } from '../interleave';
import type { Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, bookOurs } from '../our-store';
import { median, timed } from '../statistics';

const clients = 32;

/** Booking with the hash chain against booking without it, at one client and at 32. */
export const hashChain: Measurement = {
  name: 'hash-chain',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const [kept, none] = [await contestant(bench, 'kept'), await contestant(bench, 'none')];
    const options = { rounds: 15, warmUps: 4, seconds: 20 };
    const one = await interleave({ kept: kept.one, none: none.one }, options);
    const many = await interleave({ kept: kept.many, none: none.many }, options);
    const name = 'Booking with the hash chain, against without';
    return [
      {
        name: `${name}, one client`,
        unit: 'ms',
        ...compare(one.kept, one.none),
        bar: { atMost: 1.1 },
      },
      {
        name: `${name}, ${clients} clients`,
        unit: 'ms',
        ...compare(many.kept, many.none),
        bar: { atMost: 1.2 },
      },
    ];
  },
};

const contestant = async (bench: Bench, chain: 'kept' | 'none') => {
  const { createEventStore } = await bundledStore(chain);
  const databaseName = `bench_chain_${chain}`;
  const store = await createEventStore({
    client: bench.client,
    databaseName,
    definitions: streamDefinitions,
  });
  const rooms: RoomId[] = [];
  for (let i = 0; i < clients; i += 1) rooms.push(await addBenchRoom(store));
  return {
    one: (round: number) => oneByOne(store, rooms[0], round),
    many: (round: number) => allAtOnce(store, rooms, round),
  };
};

const oneByOne = async (store: RoomlogEventStore, roomId: RoomId | undefined, round: number) => {
  if (!roomId) throw new Error('There is no room');
  const plan = { roomId, firstDay: 1 + round * 8, days: 8, perDay: 5, minutes: 15 };
  const times: number[] = [];
  for (const booking of bookingsOf(plan)) times.push(await timed(() => bookOurs(store, booking)));
  return median(times);
};

/** Rounds of this one come after those of the other: on days of their own. */
const daysOfTheOther = 19 * 8;

const allAtOnce = (store: RoomlogEventStore, rooms: readonly RoomId[], round: number) => {
  const firstDay = 1 + daysOfTheOther + round * 4;
  const bookings = rooms.map((roomId) =>
    bookingsOf({ roomId, firstDay, days: 4, perDay: 5, minutes: 15 }),
  );
  return allClients(bookings, (_, booking) => bookOurs(store, booking));
};
