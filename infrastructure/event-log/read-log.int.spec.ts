import { getMongoDBEventStore } from '@event-driven-io/emmett-mongodb';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/shared/actor';
import { MemberId } from '@/domain/shared/ids';
import type { Instant } from '@/domain/shared/time';
import { logOf, logOnce, startSequencer } from '../testing/event-log/logs';
import { someStreams, startWriters } from '../testing/event-log/writers';
import { counting, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';
import { streamNameOf } from '../event-store/stream-document';
import type { LogFilter } from './find-entries';
import type { LogEntry } from './log-documents';
import type { EventLog } from './open-log';
import { readLog, replayLog, type LogRange } from './read-log';

const forwards = { direction: 'forwards', limit: 1000 } as const;
const backwards = { direction: 'backwards', limit: 1000 } as const;

/** 40 events of 30 commands, ten seconds apart, by five members, and one that stock Emmett wrote. */
let store: OpenStore;
let log: EventLog;
let entries: readonly LogEntry[];
beforeAll(async () => {
  const begin = Date.parse('2026-11-20T08:00:00.000Z');
  let seconds = 0;
  store = await openStore({ clock: () => begin + (seconds += 10) * 1000 });
  log = await logOf(store);
  await startSequencer(log);
  const shelf = tally(undefined, 'shelf');
  for (let i = 0; i < 30; i += 1) {
    const actor: Actor = { id: MemberId.of(`member-${i % 5}`), role: 'member' };
    const definition = i % 3 ? countingAlone(tally()) : counting(tally(), shelf);
    await store.execute(definition, sent(), { actor });
  }
  const { client, databaseName } = store;
  const byType = { type: 'COLLECTION_PER_STREAM_TYPE', databaseName } as const;
  const stock = getMongoDBEventStore({ client, storage: byType });
  await stock.appendToStream(streamNameOf(tally()), [{ type: 'Weighed', data: {} }]);
  entries = await logOnce(log, 41);
});

const positions = async (filter: LogFilter, range: LogRange) =>
  (await readLog(log, filter, range)).entries.map(({ _id }) => _id);
const where = (wanted: (entry: LogEntry) => boolean) =>
  entries.filter(wanted).map(({ _id }) => _id);
/** Stock Emmett notes no actor. */
const actorOf = ({ event }: LogEntry) =>
  (event.metadata as Partial<typeof event.metadata>).actor?.id;
const at = (i: number) => entries[i]?.event.metadata.recordedAt as Instant;

describe('38: The log', () => {
  test('is read by several filters at once', async () => {
    const filter = { streamTypes: ['shelf'], actorId: 'member-0', recordedFrom: at(5) };
    const wanted = where(
      ({ streamType, event: { metadata } }) =>
        streamType === 'shelf' && metadata.actor.id === 'member-0' && metadata.recordedAt >= at(5),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(await positions(filter, forwards)).toEqual(wanted);
  });

  test('is read from, up to and between positions, in both directions, to its current end', async () => {
    const from1to = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
    expect(await positions({}, forwards)).toEqual(from1to(41));
    expect(await positions({}, { ...forwards, after: 37 })).toEqual([38, 39, 40, 41]);
    expect(await positions({}, { ...forwards, after: 4, before: 8 })).toEqual([5, 6, 7]);
    expect(await positions({}, { ...backwards, before: 4 })).toEqual([3, 2, 1]);
    expect(await positions({}, { ...backwards, after: 10, limit: 2 })).toEqual([41, 40]);
    expect(await positions({}, { ...forwards, after: 41 })).toEqual([]);
    expect(await readLog(log, {}, { ...forwards, limit: 1 })).toMatchObject({ head: 41 });
  });

  test('is replayed after a place, up to where it stood', async () => {
    const { generation } = await readLog(log, {}, forwards);
    const replayed: number[] = [];
    for await (const { _id } of replayLog(
      log,
      { streamTypes: ['shelf'] },
      { generation, position: 20 },
    )) {
      replayed.push(_id);
    }
    expect(replayed).toEqual(where((e) => e.streamType === 'shelf' && e._id > 20));
  });

  test.each([0, -1, 1.5, NaN])('refuses a limit of %s', async (limit) => {
    await expect(readLog(log, {}, { ...forwards, limit })).rejects.toThrow(RangeError);
  });

  test('that was never begun has no entries', async () => {
    const empty = await logOf(await openStore());
    expect(await readLog(empty, {}, forwards)).toEqual({ generation: '', head: 0, entries: [] });
  });
});

const correlationId = () => entries[10]?.event.metadata.correlationId ?? '';
const filters: readonly (readonly [string, () => LogFilter, (entry: LogEntry) => boolean])[] = [
  ['stream type', () => ({ streamTypes: ['shelf'] }), (e) => e.streamType === 'shelf'],
  ['event type', () => ({ eventTypes: ['Weighed'] }), (e) => e.event.type === 'Weighed'],
  ['actor', () => ({ actorId: 'member-2' }), (e) => actorOf(e) === 'member-2'],
  [
    'correlation',
    () => ({ correlationId: correlationId() }),
    (e) => e.event.metadata.correlationId === correlationId(),
  ],
  [
    'recorded time',
    () => ({ recordedFrom: at(5), recordedTo: at(9) }),
    (e) => e.event.metadata.recordedAt >= at(5) && e.event.metadata.recordedAt < at(9),
  ],
];

describe.each(filters)('Of the log, filtered by %s,', (_, filter, wanted) => {
  test('38: exactly those entries are read, in both directions', async () => {
    expect(where(wanted).length).toBeGreaterThan(0);
    expect(await positions(filter(), forwards)).toEqual(where(wanted));
    expect(await positions(filter(), backwards)).toEqual(where(wanted).toReversed());
    expect(await positions(filter(), { ...forwards, limit: 1 })).toEqual(where(wanted).slice(0, 1));
  });

  test('38: an index leads to them: hardly a document more is looked at', async () => {
    const examined = async (range: LogRange) => {
      const seen = await profiled(log, () => readLog(log, filter(), range));
      expect(seen.map(({ planSummary }) => planSummary)).not.toContain('COLLSCAN');
      return seen.reduce((sum, { docsExamined }) => sum + docsExamined, 0);
    };
    const most = where(wanted).length + 2;
    expect(await examined(forwards)).toBeLessThanOrEqual(most);
    expect(await examined(backwards)).toBeLessThanOrEqual(most);
  });
});

type Profiled = {
  readonly ns: string;
  readonly planSummary: string;
  readonly docsExamined: number;
};

/** What MongoDB notes of the reads of entries that something does. */
const profiled = async ({ db, entries: { namespace } }: EventLog, work: () => Promise<unknown>) => {
  const notes = db.collection<Profiled>('system.profile');
  await notes.drop().catch(() => false);
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  return notes.find({ ns: namespace, planSummary: { $exists: true } }).toArray();
};

test('36, 37: Who follows the log while others write, and roll back, meets every position once and in order', async () => {
  const contested = await openStore();
  const stores = [contested, await openBeside(contested)];
  const followed = await logOf(contested);
  await startSequencer(followed);
  const writers = startWriters(stores, someStreams());
  const met: number[] = [];
  const follow = async () => {
    const page = await readLog(followed, {}, { ...forwards, after: met.at(-1) ?? 0 });
    met.push(...page.entries.map(({ _id }) => _id));
  };
  const late = Date.now() + 3000;
  while (Date.now() < late) await follow();
  const written = await writers.stop();
  await logOnce(followed, written);
  await follow();
  expect(met).toEqual(Array.from({ length: written }, (_, i) => i + 1));
});
