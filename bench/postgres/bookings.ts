import { Client } from 'pg';
import type { RoomId } from '@/domain/shared/ids';
import { benchRules, member, timeZone, type Booking } from '../booking-plan';
import type { Bench } from '../measurement';
import { startPostgres } from './server';

/** The same bookings in PostgreSQL: a connection for each client. */
export type PostgresBookings = {
  readonly version: string;
  readonly addRoom: (roomId: RoomId) => Promise<void>;
  /** Books on the connection of this client (from 0). Throws when the slot is taken. */
  readonly book: (client: number, booking: Booking) => Promise<void>;
  readonly count: (roomId: RoomId) => Promise<number>;
};

/** A room and its reservations as one would keep them there; the constraint decides on overlap. */
const schema = `
  CREATE EXTENSION btree_gist;
  CREATE TABLE room (
    id uuid PRIMARY KEY,
    time_zone text NOT NULL,
    rules jsonb NOT NULL,
    retired_at timestamptz
  );
  CREATE TABLE reservation (
    id uuid PRIMARY KEY,
    room_id uuid NOT NULL,
    during tstzrange NOT NULL,
    member_id text NOT NULL,
    command_id uuid NOT NULL,
    title_key text NOT NULL,
    title_box text NOT NULL,
    reserved_at timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (room_id WITH =, during WITH &&)
  );
`;

const during = (period: Booking['slot'] | Booking['day']) => `[${period.start},${period.end})`;

/** The three reads of a booking: the reservation, the room, what is held on the day. */
const reads = (booking: Booking) => {
  const { reservationId, roomId } = booking.command;
  return [
    {
      name: 'reservation',
      text: 'SELECT * FROM reservation WHERE id = $1',
      values: [reservationId],
    },
    { name: 'room', text: 'SELECT * FROM room WHERE id = $1', values: [roomId] },
    {
      name: 'day',
      text: 'SELECT id, during, member_id FROM reservation WHERE room_id = $1 AND during && $2',
      values: [roomId, during(booking.day)],
    },
  ];
};

const insert = ({ command, slot }: Booking) => ({
  name: 'insert',
  text: `INSERT INTO reservation (id, room_id, during, member_id, command_id, title_key, title_box)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
  values: [
    command.reservationId,
    command.roomId,
    during(slot),
    member.id,
    command.commandId,
    command.title.key,
    command.title.box,
  ],
});

/**
 * Starts PostgreSQL until the end of the run and connects the clients; undefined when there is none.
 * The reads need no transaction there, as the constraint has the last word; so there are four
 * prepared statements a booking, one after another, and one commit.
 */
export const openPostgres = async (
  bench: Bench,
  clients: number,
): Promise<PostgresBookings | undefined> => {
  const server = await startPostgres(bench.say);
  if (!server) {
    bench.say('There is no PostgreSQL here, so nothing is compared with it.');
    return undefined;
  }
  const connections = Array.from({ length: clients }, () => new Client(server.connect));
  bench.atEnd(async () => {
    await Promise.all(connections.map((connection) => connection.end().catch(() => undefined)));
    await server.stop();
  });
  for (const connection of connections) {
    connection.on('error', () => undefined);
    await connection.connect();
  }
  const [first] = connections;
  if (!first) throw new Error('At least one client is needed');
  await first.query(schema);
  const { rows } = await first.query<{ server_version: string }>('SHOW server_version');
  return {
    version: rows[0]?.server_version ?? '',
    addRoom: async (roomId) => {
      const values = [roomId, timeZone, benchRules];
      await first.query('INSERT INTO room (id, time_zone, rules) VALUES ($1, $2, $3)', values);
    },
    book: async (client, booking) => {
      const connection = connections[client];
      if (!connection) throw new Error(`There is no client ${client}`);
      for (const read of reads(booking)) await connection.query(read);
      await connection.query(insert(booking));
    },
    count: async (roomId) => {
      const counted = await first.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM reservation WHERE room_id = $1',
        [roomId],
      );
      return counted.rows[0]?.count ?? 0;
    },
  };
};
