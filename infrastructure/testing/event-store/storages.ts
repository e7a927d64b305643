import type { MongoDBEventStoreStorageOptions } from '@event-driven-io/emmett-mongodb';
import { freshDatabaseName } from '../test-mongodb';

/** Each way to store streams; CUSTOM puts the two toy types under one name in two databases. */
export const storages: readonly (readonly [string, () => MongoDBEventStoreStorageOptions])[] = [
  ['COLLECTION_PER_STREAM_TYPE', () => 'COLLECTION_PER_STREAM_TYPE'],
  ['SINGLE_COLLECTION', () => 'SINGLE_COLLECTION'],
  ['CUSTOM', () => twoDatabases(freshDatabaseName())],
];

/** Shelves in a database of their own, in a collection of the same name as that of the tallies. */
export const twoDatabases = (databaseName: string): MongoDBEventStoreStorageOptions => ({
  type: 'CUSTOM',
  collectionFor: (streamType) =>
    streamType === 'shelf' ? { collectionName: 'streams', databaseName } : 'streams',
});
