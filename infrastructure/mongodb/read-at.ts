import type { Collection, Document, MongoClient, Timestamp } from 'mongodb';

/** What is looked for, as MongoDB's `find` takes it. */
export type FindAt = {
  readonly filter?: Document;
  readonly projection?: Document;
  readonly sort?: Document;
  readonly allowDiskUse?: true;
};

/**
 * Reads a collection as it was at a moment; what is written meanwhile is not seen. One that did not
 * exist then has no documents. MongoDB keeps such moments for five minutes by default: after that the
 * reading fails with SnapshotTooOld (239).
 */
export const readAt = <T>(
  client: MongoClient,
  { dbName, collectionName }: Pick<Collection, 'dbName' | 'collectionName'>,
  atClusterTime: Timestamp,
  find: FindAt,
): AsyncIterable<T> =>
  client
    .db(dbName)
    .runCursorCommand({
      find: collectionName,
      ...find,
      batchSize,
      readConcern: { level: 'snapshot', atClusterTime },
    })
    // Without it, all batches after the first are as large as MongoDB lets them be: 16 MB.
    .setBatchSize(batchSize);

const batchSize = 500;
