import type { MongoDBEventStoreStorageOptions } from '@event-driven-io/emmett-mongodb';
import type { AnyBulkWriteOperation, Collection, Filter, MongoClient } from 'mongodb';
import { inParts } from '../mongodb/in-parts';
import { storedState } from './grown-document';
import {
  stateProjection,
  type AnyStreamDefinition,
  type StateProjection,
} from './state-projection';
import { openStorage } from './storage';
import type { StreamDocument } from './stream-document';

/** Which states to fold anew, and whom to tell how far it is. */
export type RefoldOptions = {
  readonly client: MongoClient;
  readonly databaseName?: string;
  readonly definitions: readonly AnyStreamDefinition[];
  readonly storage?: MongoDBEventStoreStorageOptions;
  readonly progress: (done: number, all: number) => void;
};

/** How many states were folded anew, and how many not, because newer code wrote in their streams. */
export type Refolded = { readonly refolded: number; readonly left: number };

/**
 * Folds anew, in place, the stored states that an earlier version of `evolve` made. Nobody has to: each
 * is folded when it is read, and stored with the next append; until then every read costs a fold. The
 * app may run meanwhile: a stream that grows has its new state from whoever appended. Broken off, it
 * goes on where it was.
 */
export const refoldStates = async (options: RefoldOptions): Promise<Refolded> => {
  const { client, databaseName, definitions, storage = 'COLLECTION_PER_STREAM_TYPE' } = options;
  const projections = definitions.map(stateProjection);
  const types = projections.map(({ type }) => type);
  const { collectionOf } = await openStorage(client, databaseName, types, storage);
  const old = projections.map((projection) => ({
    projection,
    streams: collectionOf(projection.type),
    filter: earlierThan(projection),
  }));
  let all = 0;
  for (const { streams, filter } of old) all += await streams.countDocuments(filter);
  let done = 0;
  let refolded = 0;
  for (const { projection, streams, filter } of old) {
    const cursor = streams.find(filter, { readConcern: 'majority', batchSize: atOnce });
    for await (const part of inParts(cursor, atOnce)) {
      refolded += await storeStates(streams, projection, part);
      options.progress((done += part.length), Math.max(all, done));
    }
  }
  let left = 0;
  for (const { streams, filter } of old) left += await streams.countDocuments(filter);
  return { refolded, left };
};

const atOnce = 100;

/** Streams whose state is of an earlier version, or missing. */
const earlierThan = ({ type, schemaVersion }: StateProjection): Filter<StreamDocument> => ({
  'metadata.streamType': type,
  'projections.state._metadata.schemaVersion': { $not: { $gte: schemaVersion } },
});

const storeStates = async (
  streams: Collection<StreamDocument>,
  projection: StateProjection,
  part: readonly StreamDocument[],
): Promise<number> => {
  const updates: AnyBulkWriteOperation<StreamDocument>[] = [];
  for (const { streamName, messages, metadata } of part) {
    if (messages.some(projection.isNewer)) continue;
    const state = await projection.project(metadata.streamId, null, messages);
    const asRead = { streamName, 'metadata.streamPosition': metadata.streamPosition };
    const update = { $set: { 'projections.state': storedState(state) } };
    updates.push({ updateOne: { filter: { ...asRead, ...earlierThan(projection) }, update } });
  }
  if (updates.length === 0) return 0;
  const options = { ordered: false, writeConcern: { w: 'majority', journal: true } } as const;
  return (await streams.bulkWrite(updates, options)).modifiedCount;
};
