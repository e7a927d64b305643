import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongsOf } from '../testing/event-log/log-wrongs';
import { logOf, logOnce, startSequencer } from '../testing/event-log/logs';
import { forgetOplog, startSmallOplogServer } from '../testing/event-log/small-oplog-server';
import { interleaving, someStreams } from '../testing/event-log/writers';
import { ana, sent } from '../testing/event-store/toy-commands';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';
import { logState, type EventLog } from './open-log';
import { readLog, replayLog } from './read-log';

const all = { direction: 'forwards', limit: 1000 } as const;

/** Twelve commands with three events each, over these streams. */
const write = async (store: OpenStore, streams = someStreams()) => {
  const at = (i: number) => streams[i % streams.length] ?? tally();
  for (let i = 0; i < 12; i += 1) await store.execute(interleaving(at(i), at(i + 1)), sent(), ana);
  return streams;
};

/** A log with the events of twelve commands; nobody writes it. */
const written = async (store: OpenStore) => {
  const log = await logOf(store);
  const sequencing = await startSequencer(log);
  const streams = await write(store);
  const entries = await logOnce(log, 36);
  await sequencing.stop();
  return { log, streams, entries };
};

describe('55: When MongoDB has forgotten where the change stream was', () => {
  let server: Awaited<ReturnType<typeof startSmallOplogServer>>;
  beforeAll(async () => {
    server = await startSmallOplogServer();
  }, 60_000);
  afterAll(() => server.stop());

  test(
    'the log is completed from the streams: whole, in order, in the same generation',
    { timeout: 120_000 },
    async () => {
      const store = await openStore({ uri: server.uri });
      const { log, streams, entries } = await written(store);
      const before = await logState(log);
      await write(store, streams);
      await forgetOplog(server.uri);
      const sequencing = await startSequencer(log);
      const after = await logOnce(log, 72);
      expect(after.slice(0, 36)).toEqual(entries);
      expect(await wrongsOf(after, store, streams)).toEqual([]);
      expect((await logState(log))?.generation).toBe(before?.generation);
      expect(sequencing.completions).toEqual([
        expect.stringMatching(/^the change stream cannot be resumed: .*oplog/),
      ]);
      await write(store, streams);
      expect(await wrongsOf(await logOnce(log, 108), store, streams)).toEqual([]);
      expect(sequencing.completions).toHaveLength(1);
    },
  );
});

describe('55: When the log was lost', () => {
  test.each([
    ['dropped', (log: EventLog) => log.entries.drop()],
    ['emptied', (log: EventLog) => log.entries.deleteMany({})],
    ['robbed of its end', (log: EventLog) => log.entries.deleteMany({ _id: { $gt: 30 } })],
    ['robbed of an entry in its middle', (log: EventLog) => log.entries.deleteOne({ _id: 10 })],
    ['forgotten with where it stood', (log: EventLog) => log.states.deleteMany({})],
  ] as const)(
    '%s, it is begun anew as another generation, in the order of the commits',
    async (_, lose) => {
      const store = await openStore();
      const { log, streams, entries } = await written(store);
      const before = await logState(log);
      await lose(log);
      const sequencing = await startSequencer(log);
      await expect.poll(() => sequencing.completions, { timeout: 10_000 }).toHaveLength(1);
      const after = await logOnce(log, 36);
      expect(after).toEqual(entries);
      expect(await wrongsOf(after, store, streams)).toEqual([]);
      const { generation } = await readLog(log, {}, all);
      expect(generation).not.toBe(before?.generation);
    },
  );

  test('while it was being written, it is noticed and begun anew', async () => {
    const store = await openStore();
    const log = await logOf(store);
    await startSequencer(log);
    const streams = await write(store);
    await logOnce(log, 36);
    const before = await logState(log);
    await log.entries.deleteMany({ _id: { $gt: 20 } });
    await expect
      .poll(async () => (await logState(log))?.generation, { timeout: 15_000 })
      .not.toBe(before?.generation);
    expect(await wrongsOf(await logOnce(log, 36), store, streams)).toEqual([]);
  });

  test('whoever reads on at a place of the generation before is told', async () => {
    const store = await openStore();
    const { log } = await written(store);
    const before = await logState(log);
    await log.entries.drop();
    const sequencing = await startSequencer(log);
    await expect.poll(() => sequencing.completions, { timeout: 10_000 }).toHaveLength(1);
    const replay = replayLog(log, {}, { generation: before?.generation ?? '', position: 5 });
    await expect(replay.next()).rejects.toThrow(/was rebuilt or restored/);
  });
});
