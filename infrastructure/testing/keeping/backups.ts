import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll } from 'vitest';
import { logIn, logState } from '@/infrastructure/event-log/open-log';
import { storageOf } from '@/infrastructure/event-store/storage';
import { backup, type BackupOptions } from '@/infrastructure/keeping/backup';
import { fileNames, type Manifest } from '@/infrastructure/keeping/manifest';
import { restore, type RestoreOptions } from '@/infrastructure/keeping/restore';
import { logOnce } from '../event-log/logs';
import { begun, grow, until } from '../event-log/subscriptions';
import { ana, counting, sent } from '../event-store/toy-commands';
import { openStore, type OpenStore } from '../event-store/toy-store';
import { tally, toyDefinitions } from '../event-store/toy-streams';
import { freshDatabaseName, testMongodbUri } from '../test-mongodb';

const tidying: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await Promise.all(tidying.splice(0).map((tidy) => tidy()));
});

/** An empty folder, removed after the file. */
export const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'roomlog-keeping-'));
  tidying.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Keeps a store in a folder. */
export const keep = (
  { client, databaseName, storage }: OpenStore,
  folder: string,
  options: Partial<BackupOptions> = {},
): Promise<Manifest> =>
  backup({
    log: logIn(client, client.db(databaseName), storage),
    folder,
    historySeconds: undefined,
    progress: () => undefined,
    say: () => undefined,
    ...options,
  });

/** A place for a store: an empty database unless one is named. */
export const place = async (
  databaseName: string = freshDatabaseName(),
  streamTypes: readonly string[] = toyDefinitions.map(({ type }) => type),
) => {
  const client = await new MongoClient(testMongodbUri()).connect();
  tidying.push(() => client.close());
  const storage = storageOf(client, databaseName, streamTypes, 'COLLECTION_PER_STREAM_TYPE');
  const db = client.db(databaseName);
  return { databaseName, storage, db, log: logIn(client, db, storage) };
};

export type Place = Awaited<ReturnType<typeof place>>;

/** Restores a backup into a place. */
export const bringBack = (
  { log }: Place,
  folder: string,
  options: Partial<RestoreOptions> = {},
): Promise<Manifest> =>
  restore({
    log,
    folder,
    keysFile: join(folder, fileNames.keys),
    tombstonesFile: undefined,
    progress: () => undefined,
    say: () => undefined,
    ...options,
  });

/** The store in a place, as an app would open it there. */
export const storeIn = ({ databaseName }: Place): Promise<OpenStore> => openStore({ databaseName });

/** A store of so many streams, with a log at work that has all of them, and an empty folder. */
export const storeOfMany = async (streams: number) => {
  const { store, log } = await begun();
  for (let made = 0; made < streams; made += 100) {
    const some = Array.from({ length: Math.min(100, streams - made) }, () => tally());
    await Promise.all(some.map((stream) => store.execute(counting(stream), sent(), ana)));
  }
  await until(async () => (await logState(log))?.position === streams);
  return { store, log, folder: await emptyFolder() };
};

/** A store with a log of so many events at work, and an empty folder to keep it in. */
export const storeWithLog = async (events: number) => {
  const { store, log, subscriptions } = await begun();
  await grow(store, events);
  await logOnce(log, events);
  return { store, log, subscriptions, folder: await emptyFolder() };
};
