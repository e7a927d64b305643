import type { Collection } from 'mongodb';
import type { Storage } from '../event-store/storage';
import type { StreamDocument } from '../event-store/stream-document';

/** A stream whose document grows towards what MongoDB allows. */
export type LargeStream = {
  readonly streamName: string;
  readonly streamType: string;
  readonly events: number;
  /** Of its document, events and state. */
  readonly bytes: number;
};

/** MongoDB takes no larger document. */
export const largestDocument = 16 * 1024 * 1024;

/** Streams with fewer events are not looked at: they are far from the limit. */
export const lookedAtFrom = 50;

const fewPerCollection = 5;
const patienceMs = 2000;
const longest = { 'metadata.streamPosition': -1 } as const;
const long = { 'metadata.streamPosition': { $gte: lookedAtFrom } } as const;

/** An index of long streams only: an append to any other does not touch it. */
export const makeSizeIndexes = async ({ collections }: Storage): Promise<void> => {
  for (const collection of collections) {
    await collection.createIndex(longest, { name: 'long', partialFilterExpression: long });
  }
};

/** The longest few streams of each collection with their sizes, the largest first. */
export const largestStreams = async ({ collections }: Storage): Promise<readonly LargeStream[]> => {
  const found = await Promise.all(collections.map(largestIn));
  return found.flat().sort((a, b) => b.bytes - a.bytes);
};

const largestIn = (collection: Collection<StreamDocument>): Promise<LargeStream[]> =>
  collection
    .aggregate<LargeStream>(
      [
        { $match: long },
        { $sort: longest },
        { $limit: fewPerCollection },
        {
          $project: {
            _id: 0,
            streamName: 1,
            streamType: '$metadata.streamType',
            events: '$metadata.streamPosition',
            bytes: { $bsonSize: '$$ROOT' },
          },
        },
      ],
      { hint: 'long', timeoutMS: patienceMs },
    )
    .toArray();
