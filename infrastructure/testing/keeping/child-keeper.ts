import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { logIn } from '@/infrastructure/event-log/open-log';
import { storageOf } from '@/infrastructure/event-store/storage';
import { createEventStore, projectionsOf } from '@/infrastructure/event-store/create-event-store';
import { backup } from '@/infrastructure/keeping/backup';
import { exportFile } from '@/infrastructure/keeping/export-file';
import { importFile } from '@/infrastructure/keeping/import-file';
import { fileNames } from '@/infrastructure/keeping/manifest';
import { restore } from '@/infrastructure/keeping/restore';
import { toyDefinitions } from '../event-store/toy-streams';

// Another process that keeps or moves a store; having done enough of a step it stands still until it is killed.
const [does = '', step = '', enough = '', uri = '', databaseName = '', path = ''] =
  process.argv.slice(2);
const client = await new MongoClient(uri).connect();
const types = toyDefinitions.map(({ type }) => type);
const progress = (at: string, done: number) => {
  if (at !== step || done < Number(enough)) return;
  process.send?.('reached');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
const streams = storageOf(client, databaseName, types, 'COLLECTION_PER_STREAM_TYPE');
const log = logIn(client, client.db(databaseName), streams);
const say = () => undefined;

const works: { readonly [name: string]: () => Promise<unknown> } = {
  backup: async () => {
    await backup({ log, folder: path, historySeconds: undefined, progress, say });
  },
  restore: async () => {
    const keysFile = join(path, fileNames.keys);
    await restore({ log, folder: path, keysFile, tombstonesFile: undefined, progress, say });
  },
  export: async () => {
    const options = { log, file: path, historySeconds: undefined, progress, say };
    await exportFile({ ...options, streamTypes: types });
  },
  import: async () => {
    const store = await createEventStore({ client, databaseName, definitions: toyDefinitions });
    const projectionOf = projectionsOf(toyDefinitions);
    await importFile({ store, db: log.db, file: path, projectionOf, progress });
  },
};
await works[does]?.();
