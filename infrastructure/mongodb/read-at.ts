import type { BSONSerializeOptions, Collection, Document, MongoClient, Timestamp } from 'mongodb';

/** What is looked for, as MongoDB's `find` takes it. */
export type FindAt = {
  readonly filter?: Document;
  readonly projection?: Document;
  readonly sort?: Document;
  readonly allowDiskUse?: true;
};

type Place = Pick<Collection, 'dbName' | 'collectionName'>;

/**
 * Reads a collection as it was at a moment; what is written meanwhile is not seen. One that did not
 * exist then has no documents. MongoDB keeps such moments for five minutes by default: after that the
 * reading fails with SnapshotTooOld (239).
 */
export const readAt = <T>(
  client: MongoClient,
  place: Place,
  at: Timestamp,
  find: FindAt,
): AsyncIterable<T> => cursorAt(client, place, at, found(place, find), {});

/** The same, each document with all its types of BSON: a 64-bit whole number stays one. */
export const readStoredAt = (
  client: MongoClient,
  place: Place,
  at: Timestamp,
  find: FindAt,
): AsyncIterable<Document> =>
  cursorAt(client, place, at, found(place, find), { promoteValues: false });

/** What a pipeline makes of a collection as it was at a moment; MongoDB may sort on its disk. */
export const aggregateAt = <T>(
  client: MongoClient,
  place: Place,
  at: Timestamp,
  pipeline: readonly Document[],
): AsyncIterable<T> => {
  const { collectionName: aggregate } = place;
  const cursor = { batchSize };
  return cursorAt(client, place, at, { aggregate, pipeline, cursor, allowDiskUse: true }, {});
};

/** The wall clock of a moment, to the second. */
export const clockOf = (moment: Timestamp): Date => new Date((moment.getHighBits() >>> 0) * 1000);

const batchSize = 500;

const found = ({ collectionName: find }: Place, how: FindAt) => ({ find, ...how, batchSize });

const cursorAt = (
  client: MongoClient,
  { dbName }: Place,
  atClusterTime: Timestamp,
  command: Document,
  options: BSONSerializeOptions,
) =>
  client
    .db(dbName)
    .runCursorCommand({ ...command, readConcern: { level: 'snapshot', atClusterTime } }, options)
    // Without it, all batches after the first are as large as MongoDB lets them be: 16 MB.
    .setBatchSize(batchSize);
