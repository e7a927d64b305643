import { timed } from './statistics';

/**
 * Milliseconds in which clients, each sending its bookings one after another, all at once, are done.
 *
 * @param book books for a client (from 0)
 */
export const allClients = <Booking>(
  bookings: readonly (readonly Booking[])[],
  book: (client: number, booking: Booking) => Promise<void>,
): Promise<number> =>
  timed(() =>
    Promise.all(
      bookings.map(async (mine, client) => {
        for (const booking of mine) await book(client, booking);
      }),
    ),
  );

/** Hands out bookings to clients in turn: the first to the first, the second to the second. */
export const inTurn = <Booking>(
  bookings: readonly Booking[],
  clients: number,
): readonly (readonly Booking[])[] =>
  Array.from({ length: clients }, (_, client) => bookings.filter((_, i) => i % clients === client));
