import type { Document, MongoClient, Timestamp } from 'mongodb';
import { streamDefinitions } from '@/domain/stream-definitions';
import type { LogState } from '../event-log/log-documents';
import { snapshotTime } from '../event-log/missing-events';
import { logIn, type EventLog } from '../event-log/open-log';
import { assertCurrentFormat, storedFormat } from '../event-store/store-format';
import { storageOf } from '../event-store/storage';
import { clockOf, readAt, type FindAt } from '../mongodb/read-at';
import { SetupProblem } from '../setup-problem';

/** What is proved: the streams and the log of a database, all as they were at one moment. */
export type ProofSource = {
  readonly log: EventLog;
  readonly at: Timestamp;
};

/** Every type of stream there is. */
export const streamTypes: readonly string[] = streamDefinitions.map(({ type }) => type);

/**
 * Opens a database to be proved, as it is at this moment; nothing is written to it.
 * Throws SetupProblem when it holds no streams, or streams of another version.
 */
export const openProofSource = async (
  client: MongoClient,
  databaseName: string,
): Promise<ProofSource> => {
  const db = client.db(databaseName);
  const streams = storageOf(client, databaseName, streamTypes, 'COLLECTION_PER_STREAM_TYPE');
  const format = await storedFormat(db, streams);
  if (format === undefined) throw nothingThere(databaseName);
  assertCurrentFormat(format);
  const log = logIn(client, db, streams);
  return { log, at: await snapshotTime(log) };
};

const nothingThere = (databaseName: string) =>
  new SetupProblem(
    `The database ${databaseName} holds no streams, so there is nothing to verify. ` +
      'MONGODB_URI and ROOMLOG_DB say which one is meant.',
  );

/** The moment it is proved for, to the second. */
export const momentOf = ({ at }: ProofSource): Date => clockOf(at);

/** All stream documents of one type, or what a projection leaves of them, in order of their names. */
export const streamsOf = <T>(
  { log, at }: ProofSource,
  type: string,
  projection: Document,
): AsyncIterable<T> =>
  readAt<T>(log.client, log.streams.collectionOf(type), at, {
    filter: { streamName: namesOf(type) },
    projection,
    sort: { streamName: 1 },
  });

/** The stream documents of these names, all of one type; those that do not exist are missing. */
export const streamsNamed = async <T extends { readonly streamName: string }>(
  { log, at }: ProofSource,
  type: string,
  names: readonly string[],
  projection: Document,
): Promise<ReadonlyMap<string, T>> => {
  const found = new Map<string, T>();
  const filter = { streamName: { $in: names } };
  const collection = log.streams.collectionOf(type);
  for await (const document of readAt<T>(log.client, collection, at, { filter, projection })) {
    found.set(document.streamName, document);
  }
  return found;
};

/** What a find gives of a collection that lies beside the streams. */
export const besideStreams = <T>(
  { log, at }: ProofSource,
  collectionName: string,
  find: FindAt,
): AsyncIterable<T> =>
  readAt<T>(log.client, { dbName: log.db.databaseName, collectionName }, at, find);

/** All names of streams of one type: MongoDB sorts `;` right after `:`. */
export const namesOf = (type: string) => ({ $gte: `${type}:`, $lt: `${type};` });

/** Where the log stood; undefined when there was none. */
export const logStateOf = async (source: ProofSource): Promise<LogState | undefined> => {
  const { collectionName } = source.log.states;
  for await (const state of besideStreams<LogState>(source, collectionName, {
    filter: { _id: 'log' },
  })) {
    return state;
  }
  return undefined;
};
