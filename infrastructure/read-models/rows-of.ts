import type { ClientSession, Collection, Db } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { makeCollection } from '../event-store/storage';
import { subscriptionName, type ReadModel, type Row } from './read-model';

/** Which collection holds the rows of a read model now, and the one that is being built beside it. */
export type RowsPlace = {
  readonly _id: string;
  readonly collection: string;
  readonly rebuild?: Rebuild;
  /** What the newest preview of a rebuild has found. */
  readonly preview?: Preview;
  /** The newest time the rows were built anew and put in the place of those before. */
  readonly rebuilt?: Rebuilt;
  /** Rows that nobody looks up any more, but some may still read. */
  readonly retired?: readonly Retired[];
};

/** Rows that were taken out of use: they are dropped a while later. */
export type Retired = { readonly collection: string; readonly at: Date };

/** Rows that are built anew beside those in use. */
export type Rebuild = {
  readonly collection: string;
  readonly generation: string;
  /** The log is applied up to here. */
  readonly position: number;
  readonly startedAt: Date;
  /** Only to see what would differ: the rows in use stay. */
  readonly preview: boolean;
  /** How many entries to apply at once; fewer than usual after so many took too long. */
  readonly batch?: number;
  /** How often a single entry was tried that took too long, or met other writers. */
  readonly tries?: number;
  /** Why it was given up; the rows in use stay. */
  readonly failure?: string;
};

/** A rebuild that came to its end: when, how long after it was asked for, and from how many entries. */
export type Rebuilt = { readonly at: Date; readonly startedAt: Date; readonly position: number };

/** How rows built anew differ from those in use, at the same position of the log. */
export type Preview = {
  readonly at: Date;
  readonly position: number;
  readonly same: number;
  readonly different: number;
  readonly missing: number;
  readonly extra: number;
  /** Ids of the first few that differ in any way. */
  readonly examples: readonly string[];
};

export type Places = Collection<RowsPlace>;

/** Where the places of all read models are kept. */
export const placesOf = (db: Db): Places => db.collection('read_models');

/** Makes a collection for rows, with the indexes of its read model. */
export const makeRows = async (db: Db, { name, version, indexes }: ReadModel): Promise<string> => {
  const collection = `rows_${name}_${version}_${uuidv7().slice(-12)}`;
  await makeCollection(db, collection);
  if (indexes.length > 0) await db.collection(collection).createIndexes([...indexes]);
  return collection;
};

/**
 * Every collection with rows of a read model, also of its other versions, and those that a process
 * which was killed left behind.
 */
export const rowCollectionsOf = async (
  db: Db,
  { name }: Pick<ReadModel, 'name'>,
): Promise<readonly string[]> => {
  const filter = { name: { $regex: `^rows_${name}_\\d+_` } };
  const found = await db.listCollections(filter, { nameOnly: true }).toArray();
  return found.map((collection) => collection.name);
};

/** Every collection that a place names: in use, being built, or retired. */
export const collectionsOf = ({
  collection,
  rebuild,
  retired = [],
}: RowsPlace): readonly string[] => [
  collection,
  ...(rebuild ? [rebuild.collection] : []),
  ...retired.map((rows) => rows.collection),
];

/** The place of a read model's rows, made when there is none. */
export const placeOf = async (db: Db, readModel: ReadModel): Promise<RowsPlace> => {
  const _id = subscriptionName(readModel);
  const known = await placesOf(db).findOne({ _id });
  if (known) return known;
  const collection = await makeRows(db, readModel);
  await placesOf(db).updateOne({ _id }, { $setOnInsert: { collection } }, { upsert: true });
  const place = await placesOf(db).findOne({ _id });
  if (!place) throw new Error(`The rows of ${_id} have no place`);
  if (place.collection !== collection) await db.collection(collection).drop();
  return place;
};

/**
 * The rows in use; inside a session, those that it sees. A query that takes them is answered from the
 * rows before a rebuild or from those after it, never from both.
 */
export const rowsInUse = async (
  db: Db,
  readModel: ReadModel,
  session: ClientSession | undefined,
): Promise<Collection<Row> | undefined> => {
  const _id = subscriptionName(readModel);
  const place = await placesOf(db).findOne({ _id }, session ? { session } : {});
  return place ? db.collection<Row>(place.collection) : undefined;
};
