import { bookingsOf, type Booking } from '../booking-plan';
import { bookByHand } from '../by-hand/book';
import { openByHand } from '../by-hand/store';
import { compare, interleave } from '../interleave';
import type { Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, bookOurs, openOurs } from '../our-store';
import { median, timed } from '../statistics';

const perDay = 5;
const daysARound = 8;

/** Booking at one client: the whole seam against the same reads and writes by hand. */
export const oneClient: Measurement = {
  name: 'one-client',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const store = await openOurs(bench, 'bench_one_ours');
    const roomId = await addBenchRoom(store);
    const byHand = await openByHand(bench, 'bench_one_by_hand', store);
    const planned = (round: number) =>
      bookingsOf({
        roomId,
        firstDay: 1 + round * daysARound,
        days: daysARound,
        perDay,
        minutes: 15,
      });
    const { ours, other } = await interleave(
      {
        ours: (round) => medianOf(planned(round), (booking) => bookOurs(store, booking)),
        other: (round) =>
          medianOf(planned(round), (booking) => bookByHand(bench.client, byHand, booking)),
      },
      { rounds: 21, warmUps: 4, seconds: 20 },
    );
    const name = 'Booking at one client, against the bare driver';
    return [{ name, unit: 'ms', ...compare(ours, other), bar: { atMost: 1.2 } }];
  },
};

const medianOf = async (
  bookings: readonly Booking[],
  book: (booking: Booking) => Promise<void>,
) => {
  const times: number[] = [];
  for (const booking of bookings) times.push(await timed(() => book(booking)));
  return median(times);
};
