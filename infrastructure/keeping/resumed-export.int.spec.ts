import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { grow } from '../testing/event-log/subscriptions';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { tally } from '../testing/event-store/toy-streams';
import { emptyFolder, storeOfMany } from '../testing/keeping/backups';
import { eventsOf, exported, exportedTo } from '../testing/keeping/exports';
import { killedAt } from '../testing/keeping/killed';

let store: Awaited<ReturnType<typeof storeOfMany>>['store'];
beforeAll(async () => {
  ({ store } = await storeOfMany(1100));
  await store.execute(counting(tally(), tally(undefined, 'shelf')), sent(), ana);
});

/** An export that was killed, and one of the same moment that was not. */
const killedExport = async (done: number) => {
  const unbroken = await exported(store);
  const path = join(await emptyFolder(), 'export.ndjson');
  const { databaseName } = store;
  await killedAt({ does: 'export', step: 'Exporting events', done, databaseName, path });
  return { unbroken, path };
};

const eventLines = async (file: string) => (await readFile(file, 'utf8')).split('\n').slice(1);

test('An export that was killed leaves nothing under its name, goes on where it was, and comes out as one that was not killed', async () => {
  const { unbroken, path } = await killedExport(1000);
  const left = ['export.ndjson.unfinished', 'export.ndjson.unfinished.json'];
  expect((await readdir(dirname(path))).sort()).toEqual(left);
  await appendFile(`${path}.unfinished`, '{"half": "a li'.repeat(100_000));
  await grow(store, 5);
  const begins: number[] = [];
  await exportedTo(path, store, { progress: (_, at) => void begins.push(at) });
  expect(begins[0]).toBe(1000);
  expect(await eventLines(path)).toEqual(await eventLines(unbroken));
  expect(await readdir(dirname(path))).toEqual(['export.ndjson']);
});

test('An export begins anew when other types of streams are asked for', async () => {
  const { path } = await killedExport(1000);
  const said: string[] = [];
  const streamTypes = ['shelf'];
  await exportedTo(path, store, { streamTypes, say: (line) => void said.push(line) });
  expect(await eventsOf(path)).toHaveLength(1);
  expect(said).toEqual([expect.stringMatching(/anew.*something else was asked for/)]);
});

test('An export begins anew when what was written is not as it was', async () => {
  const { unbroken, path } = await killedExport(1000);
  const text = await readFile(`${path}.unfinished`, 'utf8');
  await writeFile(`${path}.unfinished`, text.replace('"by":1', '"by":2'));
  await exportedTo(path, store);
  expect(await eventLines(path)).toEqual(await eventLines(unbroken));
});
