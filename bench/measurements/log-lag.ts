import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { RoomId } from '@/domain/shared/ids';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';
import { openLog, type EventLog } from '@/infrastructure/event-log/open-log';
import { sequence } from '@/infrastructure/event-log/sequencer';
import { leaseTimes, openLeases, underLease } from '@/infrastructure/lease';
import { bookingsOf } from '../booking-plan';
import type { Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, bookOurs, openOurs } from '../our-store';
import { median, percentile } from '../statistics';

const clients = 8;
const rounds = 7;
const perDay = 40;
/** In which the change stream is open for sure. */
const untilWatchedMs = 300;

/**
 * How long after its commit was answered a booking has its positions in the log (95 of 100), while
 * eight clients book; against when a bare change stream tells of it.
 */
export const logLag: Measurement = {
  name: 'log-lag',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const databaseName = 'bench_lag';
    const store = await openOurs(bench, databaseName);
    const log = await openLog(bench.client, bench.client.db(databaseName), store.storage);
    const rooms: RoomId[] = [];
    for (let i = 0; i < clients; i += 1) rooms.push(await addBenchRoom(store));
    const logged = await startLog(log, bench);
    const [ours, other]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds + 2; round += 1) {
      const lags = await oneRound(store, log, rooms, round, logged);
      if (round < 2) continue;
      ours.push(percentile(lags.log, 0.95));
      other.push(percentile(lags.change, 0.95));
    }
    const ratio = median(ours.map((lag, i) => lag / (other[i] ?? NaN)));
    const name = "Log lag under load, p95, against the change stream's own";
    const figures = { ours: median(ours), other: median(other), ratio };
    return [{ name, unit: 'ms', ...figures, bar: { atMost: 2 } }];
  },
};

/** When the log reached each position, in the time of `performance.now()`. */
type Reached = { readonly position: number; readonly at: number };

const startLog = async (log: EventLog, bench: Bench): Promise<Reached[]> => {
  const reached: Reached[] = [];
  const stop = new AbortController();
  const told = {
    moved: ({ position }: { position: number }) => {
      reached.push({ position, at: performance.now() });
    },
    completed: () => undefined,
  };
  const failed = (error: unknown) => {
    bench.say(`The sequencer failed: ${String(error)}`);
  };
  const working = underLease(
    await openLeases(log.db),
    'sequencer',
    uuidv7(),
    (held) => sequence(log, held, told),
    { stop: stop.signal, failed, times: leaseTimes },
  );
  bench.atEnd(async () => {
    stop.abort();
    await working;
  });
  return reached;
};

const oneRound = async (
  store: RoomlogEventStore,
  log: EventLog,
  rooms: readonly RoomId[],
  round: number,
  reached: readonly Reached[],
) => {
  const told = new Map<string, number>();
  const changes = store.collectionOf('reservation').watch([], { maxAwaitTimeMS: 100 });
  changes.on('change', (change) => {
    if (change.operationType === 'insert')
      told.set(change.fullDocument.streamName, performance.now());
  });
  await pause(untilWatchedMs);
  const answered = new Map<string, number>();
  await Promise.all(
    rooms.map(async (roomId) => {
      const plan = { roomId, firstDay: 1 + round * 2, days: 2, perDay, minutes: 15 };
      for (const booking of bookingsOf(plan)) {
        await bookOurs(store, booking);
        answered.set(`reservation:${booking.command.reservationId}`, performance.now());
      }
    }),
  );
  const positions = await untilLogged(log, [...answered.keys()]);
  while ([...answered.keys()].some((name) => !told.has(name))) await pause(20);
  await changes.close();
  const loggedAt = (position: number) => reached.find((r) => r.position >= position)?.at ?? NaN;
  const names = [...answered];
  return {
    log: names.map(([name, at]) => Math.max(loggedAt(positions.get(name) ?? NaN) - at, 0)),
    change: names.map(([name, at]) => Math.max((told.get(name) ?? NaN) - at, 0)),
  };
};

const untilLogged = async ({ entries }: EventLog, names: readonly string[]) => {
  for (;;) {
    const found = await entries
      .find({ 'event.metadata.streamName': { $in: [...names] } })
      .toArray();
    if (found.length >= names.length) {
      return new Map(found.map(({ _id, event }) => [event.metadata.streamName, _id]));
    }
    await pause(20);
  }
};
