import { readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { until } from '../testing/event-log/subscriptions';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openStore } from '../testing/event-store/toy-store';
import { counted, tally } from '../testing/event-store/toy-streams';
import { eventsOf, exportedTo, exported } from '../testing/keeping/exports';

test('An export is a header and a line of JSON for each event, as it is stored, for its owner only', async () => {
  const store = await openStore();
  const [one, other] = [tally(), tally(undefined, 'shelf')];
  await store.execute(counting(one, other), sent(), ana);
  await store.execute(counting(one), sent(), ana);
  const file = await exported(store);
  const [header = ''] = (await readFile(file, 'utf8')).split('\n');
  expect(JSON.parse(header)).toMatchObject({
    format: 'roomlog-export',
    version: 1,
    streamTypes: ['tally', 'shelf'],
    streams: 2,
    events: 3,
  });
  const [first, second] = (await store.readWhole(one)).events;
  const [beside] = (await store.readWhole(other)).events;
  expect(await eventsOf(file)).toEqual([first, beside, second]);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('80: An export taken while others write ends between two writes', async () => {
  const store = await openStore();
  const pair = [tally(), tally(undefined, 'shelf')] as const;
  const over = new AbortController();
  const writing = (async () => {
    while (!over.signal.aborted) await store.execute(counting(...pair), sent(), ana);
  })();
  await until(async () => (await store.readWhole(pair[0])).position > 50);
  const file = await exported(store);
  over.abort();
  await writing;
  const events = await eventsOf(file);
  const of = (type: string) =>
    events.filter(({ metadata }) => metadata.streamName.startsWith(`${type}:`)).length;
  expect(of('tally')).toBeGreaterThan(50);
  expect(of('shelf')).toBe(of('tally'));
  expect((await store.readWhole(pair[0])).position).toBeGreaterThan(of('tally'));
});

test('An export replaces no file', async () => {
  const store = await openStore();
  const file = await exported(store);
  const before = await readFile(file);
  await store.execute(counting(tally()), sent(), ana);
  await expect(exportedTo(file, store)).rejects.toThrow(/is there already/);
  expect(await readFile(file)).toEqual(before);
});

test('Events that others wrote, without hashes, are not exported as if they were proved', async () => {
  const store = await openStore();
  const stream = tally();
  await store.execute(counting(stream), sent(), ana);
  await store.execute(counting(tally(undefined, 'shelf')), sent(), ana);
  await store
    .collectionOf('tally')
    .updateOne({}, { $push: { messages: { ...counted(1), metadata: {} } as never } });
  await expect(exported(store)).rejects.toThrow(/--type/);
  expect(await eventsOf(await exported(store, ['shelf']))).toHaveLength(1);
});
