import type { RoomId } from '@/domain/shared/ids';
import { bookingsOf, type Booking } from '../booking-plan';
import { bookByHand } from '../by-hand/book';
import { openByHand } from '../by-hand/store';
import { allClients } from '../clients';
import { compare, interleave } from '../interleave';
import type { Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, bookOurs, openOurs } from '../our-store';
import { openPostgres } from '../postgres/bookings';

const clients = 32;
const daysEach = 4;
const perDay = 5;

/**
 * Bookings per second of 32 clients, each in a room of its own, five on each day: nobody is in
 * anybody's way, so those who write a transaction each are at their best.
 */
export const manyClients: Measurement = {
  name: 'many-clients',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const store = await openOurs(bench, 'bench_many_ours');
    const postgres = await openPostgres(bench, clients);
    const rooms: RoomId[] = [];
    for (let i = 0; i < clients; i += 1) rooms.push(await addBenchRoom(store));
    for (const roomId of rooms) await postgres?.addRoom(roomId);
    const byHand = await openByHand(bench, 'bench_many_by_hand', store);
    const perSecond = async (
      round: number,
      book: (client: number, booking: Booking) => Promise<void>,
    ) => {
      const bookings = rooms.map((roomId) => ofOneClient(roomId, round));
      return (bookings.flat().length * 1000) / (await allClients(bookings, book));
    };
    const figures = await interleave(
      {
        ours: (round) => perSecond(round, (_, booking) => bookOurs(store, booking)),
        byHand: (round) =>
          perSecond(round, (_, booking) => bookByHand(bench.client, byHand, booking)),
        postgres: postgres && ((round) => perSecond(round, postgres.book)),
      },
      { rounds: 9, warmUps: 2, seconds: 40 },
    );
    const measured: Measured[] = [
      {
        name: 'Bookings at 32 clients, against the bare driver, a transaction each',
        unit: '/s',
        ...compare(figures.ours, figures.byHand),
        bar: { atLeast: 4 },
      },
    ];
    if (!postgres) return measured;
    const against = compare(figures.ours, figures.postgres);
    const name = `Bookings at 32 clients, against PostgreSQL ${postgres.version}`;
    return [...measured, { name, unit: '/s', ...against, bar: { atLeast: 1 } }];
  },
};

const ofOneClient = (roomId: RoomId, round: number) =>
  bookingsOf({ roomId, firstDay: 1 + round * daysEach, days: daysEach, perDay, minutes: 15 });
