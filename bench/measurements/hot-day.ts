import { roomDayStream, type RoomDayRef } from '@/domain/room-day/room-day';
import type { RoomId } from '@/domain/shared/ids';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';
import { bookingsOf, type Booking } from '../booking-plan';
import { allClients, inTurn } from '../clients';
import { compare, interleave } from '../interleave';
import type { Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, bookOurs, openOurs } from '../our-store';
import { openPostgres, type PostgresBookings } from '../postgres/bookings';

const clients = 32;
const bookingsADay = 160;

/** Milliseconds in which 32 clients fill one day of one room with 160 bookings of five minutes. */
export const hotDay: Measurement = {
  name: 'hot-day',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const store = await openOurs(bench, 'bench_hot');
    const roomId = await addBenchRoom(store);
    const postgres = await openPostgres(bench, clients);
    await postgres?.addRoom(roomId);
    const plan = (round: number) =>
      bookingsOf({ roomId, firstDay: 1 + round, days: 1, perDay: bookingsADay, minutes: 5 });
    const { ours, other } = await interleave(
      {
        ours: (round) => fillOurs(store, plan(round)),
        other: postgres && ((round) => fillTheirs(postgres, roomId, plan(round), round + 1)),
      },
      { rounds: 15, warmUps: 4, seconds: 20 },
    );
    if (!postgres) return [];
    const name = `Hot day, ${bookingsADay} bookings from 32 clients, against PostgreSQL ${postgres.version}`;
    return [{ name, unit: 'ms', ...compare(ours, other), bar: { atMost: 0.5 } }];
  },
};

const fillOurs = async (store: RoomlogEventStore, bookings: readonly Booking[]) => {
  const taken = await allClients(inTurn(bookings, clients), (_, booking) =>
    bookOurs(store, booking),
  );
  const [first] = bookings;
  if (!first) throw new Error('There is nothing to book');
  const day: RoomDayRef = roomDayStream(first.command.roomId, first.date);
  const { state, events } = await store.readWhole(day);
  const stored = state.status === 'opened' ? state.holds.length : 0;
  assertStored(Math.min(stored, events.length), bookingsADay);
  return taken;
};

const fillTheirs = async (
  postgres: PostgresBookings,
  roomId: RoomId,
  bookings: readonly Booking[],
  daysFilled: number,
) => {
  const taken = await allClients(inTurn(bookings, clients), postgres.book);
  assertStored(await postgres.count(roomId), daysFilled * bookingsADay);
  return taken;
};

const assertStored = (stored: number, sent: number) => {
  if (stored !== sent) throw new Error(`${stored} of ${sent} bookings are stored`);
};
