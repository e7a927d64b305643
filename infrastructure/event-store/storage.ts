import {
  DefaultMongoDBEventStoreCollectionName,
  toStreamCollectionName,
  type MongoDBEventStoreStorageOptions,
} from '@event-driven-io/emmett-mongodb';
import type { Collection, Db, MongoClient } from 'mongodb';
import { namespaceExists } from './conflicts';
import type { StreamDocument } from './stream-document';

/** Where each type of stream is kept; options as emmett-mongodb's. */
export type Storage = {
  /** The collection of a type of stream; throws a TypeError for a type the store does not know. */
  readonly collectionOf: (streamType: string) => Collection<StreamDocument>;
  /** Each collection once, however many types share it. */
  readonly collections: readonly Collection<StreamDocument>[];
  /** The types of stream that are kept in one of these. */
  readonly typesIn: (collection: Collection<StreamDocument>) => readonly string[];
};

/**
 * Opens the collections of streams and makes them and their indexes where they are missing: first
 * inserts into a new collection inside concurrent transactions would conflict.
 */
export const openStorage = async (
  client: MongoClient,
  database: string | undefined,
  streamTypes: readonly string[],
  options: MongoDBEventStoreStorageOptions,
): Promise<Storage> => {
  const storage = storageOf(client, database, streamTypes, options);
  await makeStreams(client, storage);
  return storage;
};

/** Makes the collections of streams and their indexes where they are missing. */
export const makeStreams = async (client: MongoClient, { collections }: Storage): Promise<void> => {
  for (const collection of collections) {
    await makeCollection(client.db(collection.dbName), collection.collectionName);
    await collection.createIndex({ streamName: 1 }, { unique: true });
  }
};

/**
 * Works out the collection of each type, and makes nothing.
 * Collections are told apart by database and name, so equal names in two databases never mix.
 */
export const storageOf = (
  client: MongoClient,
  database: string | undefined,
  streamTypes: readonly string[],
  options: MongoDBEventStoreStorageOptions,
): Storage => {
  const byNamespace = new Map<string, Collection<StreamDocument>>();
  const byType = new Map<string, Collection<StreamDocument>>();
  for (const type of streamTypes) {
    const place = placeOf(type, options);
    const db = client.db(place.databaseName ?? database);
    const collection = db.collection<StreamDocument>(place.collectionName, {
      ignoreUndefined: true,
      ...readFromPrimary,
    });
    const known = byNamespace.get(collection.namespace);
    if (!known) byNamespace.set(collection.namespace, collection);
    byType.set(type, known ?? collection);
  }
  return {
    collectionOf: (streamType) => {
      const collection = byType.get(streamType);
      if (!collection) throw new TypeError(`The store knows no stream type ${streamType}`);
      return collection;
    },
    collections: [...byNamespace.values()],
    typesIn: (collection) => streamTypes.filter((type) => byType.get(type) === collection),
  };
};

type Place = { readonly databaseName?: string | undefined; readonly collectionName: string };

const placeOf = (streamType: string, options: MongoDBEventStoreStorageOptions): Place => {
  const given = typeof options === 'string' ? { type: options } : options;
  switch (given.type) {
    case 'COLLECTION_PER_STREAM_TYPE':
      return { ...databaseOf(given), collectionName: toStreamCollectionName(streamType) };
    case 'SINGLE_COLLECTION': {
      const name = 'collectionName' in given ? given.collectionName : undefined;
      return {
        ...databaseOf(given),
        collectionName: name ?? DefaultMongoDBEventStoreCollectionName,
      };
    }
    case 'CUSTOM': {
      const place = given.collectionFor(streamType);
      const named = typeof place === 'string' ? { collectionName: place } : place;
      return { databaseName: named.databaseName ?? given.databaseName, ...collectionOf(named) };
    }
  }
};

const databaseOf = (options: object): { databaseName?: string | undefined } =>
  'databaseName' in options ? { databaseName: options.databaseName as string | undefined } : {};

const collectionOf = ({ collectionName }: Place) => ({ collectionName });

/**
 * Whatever the connection string says: a secondary may not have heard yet of what was acknowledged,
 * and a decision or a page would overlook it.
 */
export const readFromPrimary = { readPreference: 'primary' } as const;

/** Makes a collection unless it is there, also when another process makes it just now. */
export const makeCollection = async (db: Db, name: string) => {
  try {
    await db.createCollection(name);
  } catch (error) {
    if (!namespaceExists(error)) throw error;
  }
};
