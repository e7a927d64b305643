import type { Collection, Db, MongoClient } from 'mongodb';
import { makeCollection, type Storage } from '../event-store/storage';
import type { LogEntry, LogState } from './log-documents';

/** The log and the streams it orders. */
export type EventLog = {
  readonly client: MongoClient;
  readonly db: Db;
  readonly entries: Collection<LogEntry>;
  readonly states: Collection<LogState>;
  readonly streams: Storage;
};

/** Names of the collections of the log. */
export const logNames = { entries: 'event_log', states: 'event_log_state' } as const;

const stream = { 'event.metadata.streamName': 1, 'event.metadata.streamPosition': 1 } as const;

/** Each way the log is read, by position besides; see `read-log.ts`. */
const readIndexes = {
  by_stream_type: { streamType: 1, _id: 1 },
  by_event_type: { 'event.type': 1, _id: 1 },
  by_actor: { 'event.metadata.actor.id': 1, _id: 1 },
  by_correlation: { 'event.metadata.correlationId': 1, _id: 1 },
  by_time: { reached: 1, _id: 1 },
} as const;

/** Opens the log of a database; makes its collections and indexes where they are missing. */
export const openLog = async (client: MongoClient, db: Db, streams: Storage): Promise<EventLog> => {
  const log = logIn(client, db, streams);
  await makeLog(log);
  return log;
};

/** Makes the collections and indexes of a log where they are missing. */
export const makeLog = async ({ db, entries }: EventLog): Promise<void> => {
  for (const name of Object.values(logNames)) await makeCollection(db, name);
  await entries.createIndexes([
    { name: 'once', key: stream, unique: true },
    ...Object.entries(readIndexes).map(([name, key]) => ({ name, key: { ...key } })),
  ]);
};

/** The log of a database, as it is: makes nothing. */
export const logIn = (client: MongoClient, db: Db, streams: Storage): EventLog => ({
  client,
  db,
  entries: db.collection(logNames.entries),
  states: db.collection(logNames.states),
  streams,
});

/** Where the log stands; undefined when it was never begun, or is lost. */
export const logState = async ({ states }: EventLog): Promise<LogState | undefined> =>
  (await states.findOne({ _id: 'log' }, { readConcern: 'majority' })) ?? undefined;
