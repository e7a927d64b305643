import type { Collection, Db, Timestamp } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import type { StreamDocument } from '../event-store/stream-document';
import { readAt } from '../mongodb/read-at';
import { compareText } from '../mongodb/text-order';
import type { EventLog } from './open-log';
import { stampOf } from './whole-writes';

/** An event the log lacks, put aside until all are found and can be sorted. */
type Missing = { readonly stamp: Recorded['metadata']['commit']; readonly event: Recorded };

const batch = 500;

/** The moment of a snapshot that reads on every collection can share. */
export const snapshotTime = async ({ streams }: EventLog, db: Db): Promise<Timestamp> => {
  const [collection] = streams.collections;
  const find = collection?.collectionName ?? 'event_log';
  const answer = await db.command({ find, limit: 1, readConcern: { level: 'snapshot' } });
  return (answer as { cursor: { atClusterTime: Timestamp } }).cursor.atClusterTime;
};

/**
 * Finds the events that stood in the stream documents at a moment and that the log lacks; gives them
 * by commit stamp, a batch at a time. Both sides are gone through by stream name, one stream at a
 * time, and what is missing is put aside in a collection: memory does not grow with the store.
 */
export async function* missingEvents(
  log: EventLog,
  at: Timestamp,
): AsyncGenerator<readonly Recorded[]> {
  const aside = log.db.collection<Missing>('event_log_missing');
  await aside.deleteMany({});
  await aside.createIndex({ 'stamp.at': 1, 'stamp.id': 1, 'stamp.index': 1 });
  for (const collection of log.streams.collections) await putAside(log, collection, at, aside);
  const sorted = aside.find({}).sort({ 'stamp.at': 1, 'stamp.id': 1, 'stamp.index': 1 });
  let found: Recorded[] = [];
  for await (const { event } of sorted) {
    found.push(event);
    if (found.length < batch) continue;
    yield found;
    found = [];
  }
  if (found.length > 0) yield found;
  await aside.deleteMany({});
}

const putAside = async (
  log: EventLog,
  collection: Collection<StreamDocument>,
  at: Timestamp,
  aside: Collection<Missing>,
) => {
  const known = knownPositions(log, collection);
  let next = await known.next();
  const heads = readAt<Head>(log.client, collection, at, {
    projection: { streamName: 1, 'metadata.streamPosition': 1 },
    sort: { streamName: 1 },
  });
  for await (const { streamName, metadata } of heads) {
    while (!next.done && compareText(next.value._id, streamName) < 0) next = await known.next();
    const has = !next.done && next.value._id === streamName ? next.value.position : 0;
    if (Number(metadata.streamPosition) > has) {
      await putStreamAside(log, collection, at, { streamName, has }, aside);
    }
  }
};

type Head = Pick<StreamDocument, 'streamName'> & {
  readonly metadata: Pick<StreamDocument['metadata'], 'streamPosition'>;
};
type Known = { readonly _id: string; readonly position: number };

/** The newest position of each stream in the log, by stream name. */
async function* knownPositions(
  { entries, streams }: EventLog,
  collection: Collection<StreamDocument>,
): AsyncGenerator<Known> {
  const name = 'event.metadata.streamName';
  const position = 'event.metadata.streamPosition';
  yield* entries.aggregate<Known>(
    [
      { $match: { streamType: { $in: streams.typesIn(collection) } } },
      { $sort: { [name]: 1, [position]: 1 } },
      { $group: { _id: `$${name}`, position: { $last: `$${position}` } } },
      { $sort: { _id: 1 } },
    ],
    { allowDiskUse: true, readConcern: { level: 'majority' } },
  );
}

const putStreamAside = async (
  log: EventLog,
  collection: Collection<StreamDocument>,
  at: Timestamp,
  { streamName, has }: { readonly streamName: string; readonly has: number },
  aside: Collection<Missing>,
) => {
  const found = readAt<Pick<StreamDocument, 'messages'>>(log.client, collection, at, {
    filter: { streamName },
    projection: { messages: 1 },
  });
  for await (const { messages } of found) {
    const missing = messages
      .filter(({ metadata }) => metadata.streamPosition > has)
      .map((event) => ({ stamp: stampOf(event), event }));
    for (let from = 0; from < missing.length; from += batch) {
      await aside.insertMany(missing.slice(from, from + batch));
    }
  }
};
