import type { Collection, Document, Timestamp } from 'mongodb';
import type { LogState } from '../event-log/log-documents';
import type { EventLog } from '../event-log/open-log';
import { subscriptionsIn } from '../event-log/subscription';
import { personKeys } from '../event-store/sealing';
import type { Storage } from '../event-store/storage';
import { clockOf, readAt, readStoredAt, type FindAt } from '../mongodb/read-at';
import { placesOf, type RowsPlace } from '../read-models/rows-of';
import { prepareFolder } from './backup-folder';
import { keepPart } from './keep-part';
import { knownFormat } from './known-format';
import { writeManifest, type Manifest, type Part } from './manifest';
import { atOneMoment } from './one-moment';
import type { Progress } from './progress';

/** What to keep, and where. */
export type BackupOptions = {
  /** The log, and with it the streams it orders. */
  readonly log: EventLog;
  readonly folder: string;
  /** How much of its past the server should keep meanwhile; as it is set when undefined. */
  readonly historySeconds: number | undefined;
  readonly progress: Progress;
};

/**
 * Keeps a whole store in a folder, as it is at one moment, while others go on writing: streams, the
 * log with its positions, checkpoints, parked events, and, in a file of their own, the keys of
 * persons. Rows of read models stay out: they are made again from the log, and some hold personal
 * text in plain. The manifest is written last; broken off, a backup is begun again.
 *
 * Throws SetupProblem, with the way out, for a folder that holds something else, a database without
 * streams or with those of a newer version, and when it takes longer than MongoDB keeps its past.
 */
export const backup = async (options: BackupOptions): Promise<Manifest> => {
  const { log, folder, historySeconds } = options;
  const storeFormat = await knownFormat(log);
  await prepareFolder(folder);
  const manifest = await atOneMoment(log, historySeconds, async (at) => ({
    format: 'roomlog-backup' as const,
    version: 1 as const,
    takenAt: clockOf(at).toISOString(),
    database: log.db.databaseName,
    storeFormat,
    streamTypes: log.streams.collections.flatMap(log.streams.typesIn),
    ...(await writeParts(options, at)),
  }));
  await writeManifest(folder, manifest);
  return manifest;
};

type Contents = Pick<Manifest, 'streams' | 'events' | 'log' | 'rebuilt' | 'files'>;

const writeParts = async (options: BackupOptions, at: Timestamp): Promise<Contents> => {
  const { client, db, entries, states, streams: storage } = options.log;
  const { checkpoints, parked } = subscriptionsIn(options.log);
  const find = (place: Place, how: FindAt) => readStoredAt(client, place, at, how);
  const keep = (part: Part, about: number, documents: AsyncIterable<Document>) =>
    keepPart(options, part, about, documents);

  const state = await first(readAt<LogState>(client, states, at, {}));
  const rebuilt: string[] = [];
  for await (const { _id } of readAt<RowsPlace>(client, placesOf(db), at, {})) rebuilt.push(_id);
  const others = { filter: { _id: { $nin: rebuilt } } };
  const streams = new CountingStreams(storage.collections.map((place) => find(place, {})));
  const position = state?.position ?? 0;
  const files = {
    streams: await keep('streams', await about(storage), streams.documents()),
    log: await keep('log', position, find(entries, { sort: { _id: 1 } })),
    checkpoints: await keep('checkpoints', 0, find(checkpoints, others)),
    parked: await keep('parked', 0, find(parked, {})),
    tombstones: await keep('tombstones', 0, find(personKeys(db), withKey(false))),
    keys: await keep('keys', 0, find(personKeys(db), withKey(true))),
  };
  assertWhole(files.log.documents, streams.events, position);
  return {
    streams: files.streams.documents,
    events: streams.events,
    log: state ? logEnd(state) : null,
    rebuilt,
    files,
  };
};

const logEnd = (state: LogState) => ({
  generation: state.generation,
  position: state.position,
  headHash: state.headHash,
  reached: state.reached,
  mostBehindMs: state.mostBehindMs,
  restoredFrom: [...(state.restoredFrom ?? [])],
});

type Place = Pick<Collection, 'dbName' | 'collectionName'>;

const withKey = ($exists: boolean) => ({ filter: { key: { $exists } } });

const about = async ({ collections }: Storage) => {
  let sum = 0;
  for (const collection of collections) sum += await collection.estimatedDocumentCount();
  return sum;
};

const first = async <T>(found: AsyncIterable<T>): Promise<T | undefined> => {
  for await (const one of found) return one;
  return undefined;
};

/** The documents of all streams, which counts their events on the way. */
class CountingStreams {
  events = 0;

  constructor(private readonly cursors: readonly AsyncIterable<Document>[]) {}

  async *documents(): AsyncGenerator<Document> {
    for (const cursor of this.cursors) {
      for await (const document of cursor) {
        this.events += (document.messages as readonly unknown[]).length;
        yield document;
      }
    }
  }
}

/** MongoDB reads a collection that was dropped meanwhile as an empty one, without a word. */
const assertWhole = (entries: number, events: number, position: number) => {
  if (entries === position && events >= position) return;
  throw new Error(
    `The log stands at ${position}, but ${entries} entries and ${events} events were read: somebody ` +
      'removed them meanwhile',
  );
};
