import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn, type EventLog } from '../event-log/open-log';
import { storageOf } from '../event-store/storage';
import { startProxy, type Judge } from '../testing/event-store/proxy';
import { toyDefinitions } from '../testing/event-store/toy-streams';
import { bringBack, emptyFolder, keep, place, storeOfMany } from '../testing/keeping/backups';
import { documentsOf } from '../testing/keeping/compare';
import { exported, exportedTo } from '../testing/keeping/exports';
import { testMongodbUri } from '../testing/test-mongodb';

let store: Awaited<ReturnType<typeof storeOfMany>>['store'];
beforeAll(async () => {
  ({ store } = await storeOfMany(1100));
});

const clients: MongoClient[] = [];
afterAll(() => Promise.all(clients.map((client) => client.close())));

/** A database behind a proxy that cuts the connection at the nth such command on a collection, and at those behind it. */
const cutAt = async (
  databaseName: string,
  { command, collection, nth, times, how }: Cut,
): Promise<{ readonly log: EventLog; readonly cuts: () => number }> => {
  const proxy = await startProxy(testMongodbUri());
  const client = await new MongoClient(proxy.uri).connect();
  clients.push(client);
  const types = toyDefinitions.map(({ type }) => type);
  const streams = storageOf(client, databaseName, types, 'COLLECTION_PER_STREAM_TYPE');
  let [seen, cuts] = [0, 0];
  const judge: Judge = (name, on) => {
    if (name !== command || on !== collection || (seen += 1) < nth) return 'pass';
    if (cuts === times) return 'pass';
    cuts += 1;
    return how;
  };
  proxy.judge(judge);
  return { log: logIn(client, client.db(databaseName), streams), cuts: () => cuts };
};

type Cut = {
  readonly command: string;
  readonly collection: string;
  readonly nth: number;
  readonly times: number;
  readonly how: 'cut before' | 'cut after';
};

test.each(['cut before', 'cut after'] as const)(
  'A backup and an export whose connection is %s an answer read on at the same moment',
  async (how) => {
    const cut = { command: 'getMore', collection: '', nth: 2, times: 1, how } as const;
    const unbroken = await keep(store, await emptyFolder());
    const reading = await cutAt(store.databaseName, cut);
    const kept = await keep(store, await emptyFolder(), { log: reading.log });
    expect(kept.files).toEqual(unbroken.files);
    expect(reading.cuts()).toBe(1);
    const [, ...events] = (await readFile(await exported(store), 'utf8')).split('\n');
    const exporting = await cutAt(store.databaseName, cut);
    const file = join(await emptyFolder(), 'export.ndjson');
    await exportedTo(file, store, { log: exporting.log });
    expect((await readFile(file, 'utf8')).split('\n').slice(1)).toEqual(events);
    expect(exporting.cuts()).toBe(1);
  },
);

test('A restore whose connection is cut while it writes puts every document back once', async () => {
  const folder = await emptyFolder();
  await keep(store, folder);
  const target = await place();
  // The driver asks again by itself, once.
  const insert = { command: 'insert', collection: 'emt:tally', nth: 2, times: 2 } as const;
  const { log, cuts } = await cutAt(target.databaseName, { ...insert, how: 'cut after' });
  await bringBack(target, folder, { log });
  expect(cuts()).toBe(2);
  const source = store.client.db(store.databaseName);
  expect(await documentsOf(target.db, 'emt:tally')).toEqual(await documentsOf(source, 'emt:tally'));
});
