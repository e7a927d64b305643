import type { Collection, Timestamp } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import type { StreamDocument } from '../event-store/stream-document';
import { readAt } from '../mongodb/read-at';
import { openAside, type Aside, type Behind } from './aside';
import { risingStamps, type Stamped } from './commit-stamps';
import { inParts } from '../mongodb/in-parts';
import { positionsIn } from './logged-positions';
import type { EventLog } from './open-log';

/** The moment of a snapshot that reads on every collection can share. */
export const snapshotTime = async ({ client, states, streams }: EventLog): Promise<Timestamp> => {
  const readConcern = { level: 'snapshot' };
  for (const { dbName, collectionName: find } of [states, ...streams.collections]) {
    const answer = await client.db(dbName).command({ find, limit: 1, readConcern });
    const { atClusterTime } = (answer as { cursor: { atClusterTime?: Timestamp } }).cursor;
    // A collection that is not there tells no time.
    if (atClusterTime) return atClusterTime;
  }
  throw new Error('There is neither a log nor a stream, so there is no moment to read them at');
};

const headsAtOnce = 1000;
const streamsAtOnce = 200;
const eventsAtOnce = 500;

/**
 * Finds the events that stood in the stream documents at a moment and that the log lacks; gives them
 * by commit stamp, some at a time, never part of a commit. Only where each stream stood is read at
 * the moment itself, which MongoDB keeps for five minutes; its events up to there do not change.
 */
export async function* missingEvents(
  log: EventLog,
  fence: number,
  at: Timestamp,
  signal: AbortSignal,
): AsyncGenerator<readonly Recorded[]> {
  const aside = await openAside(log, fence);
  try {
    for (const streams of log.streams.collections) {
      await putBehindAside(log, streams, at, aside, signal);
    }
    for (const streams of log.streams.collections) await putMissingAside(streams, aside, signal);
    yield* inCommits(aside);
  } finally {
    await aside.drop();
  }
}

type Head = Pick<StreamDocument, 'streamName'> & {
  readonly metadata: Pick<StreamDocument['metadata'], 'streamPosition'>;
};

const putBehindAside = async (
  log: EventLog,
  streams: Collection<StreamDocument>,
  at: Timestamp,
  { behind }: Aside,
  signal: AbortSignal,
) => {
  const { namespace } = streams;
  const projection = { streamName: 1, 'metadata.streamPosition': 1 };
  const heads = readAt<Head>(log.client, streams, at, { projection });
  for await (const part of inParts(heads, headsAtOnce)) {
    signal.throwIfAborted();
    const logged = await positionsIn(
      log,
      part.map(({ streamName }) => streamName),
    );
    const found = part
      .map(({ streamName, metadata }) => ({
        namespace,
        streamName,
        logged: logged.get(streamName) ?? 0,
        until: Number(metadata.streamPosition),
      }))
      .filter((stream) => stream.until > stream.logged);
    if (found.length > 0) await behind.insertMany(found);
  }
};

const putMissingAside = async (
  streams: Collection<StreamDocument>,
  { behind, missing }: Aside,
  signal: AbortSignal,
) => {
  const projection = { streamName: 1, messages: 1 } as const;
  const parts = inParts(behind.find({ namespace: streams.namespace }), streamsAtOnce);
  for await (const part of parts) {
    const byName = new Map(part.map((stream) => [stream.streamName, stream]));
    const documents = streams.find(
      { streamName: { $in: [...byName.keys()] } },
      { projection, readConcern: 'majority' },
    );
    for await (const events of inParts(lacking(documents, byName), headsAtOnce)) {
      signal.throwIfAborted();
      await missing.insertMany([...events]);
    }
  }
};

async function* lacking(
  documents: AsyncIterable<Pick<StreamDocument, 'streamName' | 'messages'>>,
  behind: ReadonlyMap<string, Behind>,
): AsyncGenerator<Stamped> {
  for await (const { streamName, messages } of documents) {
    const { logged = 0, until = 0 } = behind.get(streamName) ?? {};
    for (const found of risingStamps(messages)) {
      const { streamPosition } = found.event.metadata;
      if (streamPosition > logged && streamPosition <= until) yield found;
    }
  }
}

async function* inCommits({ missing }: Aside): AsyncGenerator<readonly Recorded[]> {
  const order = { 'stamp.at': 1, 'stamp.id': 1, 'stamp.index': 1 } as const;
  await missing.createIndex(order);
  let part: Recorded[] = [];
  let commit: string | undefined;
  for await (const { stamp, event } of missing.find().sort(order)) {
    if (part.length >= eventsAtOnce && stamp.id !== commit) {
      yield part;
      part = [];
    }
    part.push(event);
    commit = stamp.id;
  }
  if (part.length > 0) yield part;
}
