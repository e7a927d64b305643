import type { ClientSession, Collection, Filter } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import type { StreamDocument, StreamHead } from './stream-document';

/** How streams are read: inside one snapshot, or each by itself. */
export type Reading = {
  /** Everything but the events, in order of the streams' names. */
  readonly heads: (
    collection: Collection<StreamDocument>,
    filter: Filter<StreamDocument>,
  ) => Promise<readonly StreamHead[]>;
  readonly events: (
    collection: Collection<StreamDocument>,
    streamName: string,
  ) => Promise<readonly Recorded[]>;
};

const withoutEvents = { messages: 0 } as const;
const onlyEvents = { messages: 1 } as const;
const byName = { streamName: 1 } as const;
const batchSize = 1000;

/** Reads inside a transaction; its finds must go one after another. */
export const readingInSnapshot = (session: ClientSession): Reading => ({
  heads: (collection, filter) =>
    collection
      .find(filter, { session, batchSize, projection: withoutEvents, sort: byName })
      .toArray(),
  events: async (collection, streamName) => {
    const document = await collection.findOne({ streamName }, { session, projection: onlyEvents });
    return document?.messages ?? [];
  },
});

/** Reads what a majority holds, outside any transaction. */
export const readingAlone: Reading = {
  heads: (collection, filter) =>
    collection
      .find(filter, { readConcern: 'majority', batchSize, projection: withoutEvents, sort: byName })
      .toArray(),
  events: async (collection, streamName) => {
    const options = { readConcern: 'majority', projection: onlyEvents } as const;
    const document = await collection.findOne({ streamName }, options);
    return document?.messages ?? [];
  },
};
