import type { Document, ResumeToken, Timestamp } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import type { LastWrite } from '../event-store/stream-document';
import type { LogState } from './log-documents';
import { logNames, type EventLog } from './open-log';

/** What a change of one stream document tells the log. */
export type StreamChange = {
  /** From here the change stream can be resumed. */
  readonly token: ResumeToken;
  /** Which write made it; undefined for a document of stock emmett-mongodb. */
  readonly write: LastWrite | undefined;
  /** The events it brought, by position; none when only a guard was counted. */
  readonly events: readonly Recorded[];
};

/** Where a change stream begins: after a token, or from a moment on. */
export type ChangesFrom = { readonly token: ResumeToken } | { readonly time: Timestamp };

/** Thrown when what was changed is not a stream that grew: a collection that was dropped, say. */
export class StreamsChangedFromOutside extends Error {
  constructor(operation: string) {
    super(`Somebody did "${operation}" to the streams`);
    this.name = 'StreamsChangedFromOutside';
  }
}

/** Thrown when somebody removed entries of the log, or where it stands. */
export class LogChangedFromOutside extends Error {
  constructor(operation: string) {
    super(`Somebody did "${operation}" to the log`);
    this.name = 'LogChangedFromOutside';
  }
}

/**
 * Opens the change stream over all collections of streams, and over what is removed from the log;
 * over the whole server when they lie in several databases.
 *
 * @param maxAwaitTimeMS how long the server waits for changes before it answers that there are none
 */
export const watchStreams = (
  { client, db, streams }: EventLog,
  from: ChangesFrom,
  maxAwaitTimeMS: number,
) => {
  const namespaces = streams.collections.map(({ dbName, collectionName }) => ({
    'ns.db': dbName,
    'ns.coll': collectionName,
  }));
  const removedFromLog = {
    'ns.db': db.databaseName,
    'ns.coll': { $in: Object.values(logNames) },
    operationType: { $in: removals },
  };
  const databases = new Set([db.databaseName, ...streams.collections.map(({ dbName }) => dbName)]);
  const watched = databases.size === 1 ? db : client;
  return watched.watch<Document, Change>(
    [
      { $match: { $or: [...namespaces, removedFromLog, { operationType: 'invalidate' }] } },
      { $project: whatIsRead },
    ],
    {
      maxAwaitTimeMS,
      ...('token' in from ? { resumeAfter: from.token } : { startAtOperationTime: from.time }),
    },
  );
};

const removals = ['delete', 'drop', 'rename', 'dropDatabase'];

/** States and remembered commands are most of a document, and nothing to the log. */
const whatIsRead = {
  operationType: 1,
  ns: 1,
  'fullDocument.messages': 1,
  'fullDocument.metadata.lastWrite': 1,
  'updateDescription.updatedFields': 1,
} as const;

/** Where the log goes on with the change stream; undefined when it must first be completed. */
export const changesFrom = ({ resumeToken, resumeTime }: LogState): ChangesFrom | undefined => {
  if (resumeToken) return { token: resumeToken };
  return resumeTime ? { time: resumeTime } : undefined;
};

/** Nothing came; the change stream can be resumed from here all the same. */
export const noChange = (token: ResumeToken): StreamChange => ({
  token,
  write: undefined,
  events: [],
});

/** What we read of MongoDB's change documents. */
export type Change = {
  readonly _id: ResumeToken;
  readonly operationType: string;
  readonly ns?: { readonly coll?: string };
  readonly fullDocument?: Document;
  readonly updateDescription?: { readonly updatedFields?: Document };
};

/**
 * Reads a change: events stand in `messages.N` of an update, in `messages` of one that made or
 * replaced the array, or in a new document. Whatever else was changed brings none.
 * Throws StreamsChangedFromOutside for what is no write to a document, and for one that was removed;
 * LogChangedFromOutside where that was done to the log.
 */
export const readChange = (change: Change): StreamChange => {
  const { _id: token, operationType } = change;
  switch (operationType) {
    case 'insert':
    case 'replace':
      return inDocument(token, change.fullDocument ?? {});
    case 'update':
      return inUpdate(token, change.updateDescription?.updatedFields ?? {});
    default:
      if (isOfLog(change.ns?.coll)) throw new LogChangedFromOutside(operationType);
      throw new StreamsChangedFromOutside(operationType);
  }
};

const isOfLog = (name: string | undefined) => Object.values<unknown>(logNames).includes(name);

const inDocument = (token: ResumeToken, document: Document): StreamChange => {
  const { messages = [], metadata } = document as {
    messages?: readonly unknown[];
    metadata?: { lastWrite?: LastWrite };
  };
  return { token, write: metadata?.lastWrite, events: byPosition(messages) };
};

const place = /^messages\.\d+$/;

const inUpdate = (token: ResumeToken, fields: Document): StreamChange => {
  const { messages = [] } = fields as { messages?: readonly unknown[] };
  const placed = Object.keys(fields)
    .filter((name) => place.test(name))
    .map((name): unknown => fields[name]);
  const write = fields['metadata.lastWrite'] as LastWrite | undefined;
  return { token, write, events: byPosition([...messages, ...placed]) };
};

const byPosition = (found: readonly unknown[]): readonly Recorded[] =>
  (found.filter(isEvent) as Recorded[]).sort(
    (a, b) => a.metadata.streamPosition - b.metadata.streamPosition,
  );

const isEvent = (value: unknown) =>
  typeof value === 'object' && value !== null && 'type' in value && 'metadata' in value;
