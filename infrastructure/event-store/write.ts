import {
  MongoServerError,
  type ClientSession,
  type Collection,
  type Document,
  type Filter,
  type MongoClient,
} from 'mongodb';
import type { StreamDocument } from './stream-document';

/** One update of MongoDB's `update` command. */
export type Update = {
  readonly q: Filter<StreamDocument>;
  readonly u: Document;
  readonly multi?: true;
};

/** Documents or updates of one command: a command may be 16 MB long, as a document may. */
const mostAtOnce = 50;

/**
 * Inserts documents inside a transaction; gives how many. The driver's bulk does the same, but
 * measures every document before it writes it: at one client a twentieth of a booking.
 * Throws MongoServerError as a bulk does, also for a document that lost to another of its name.
 */
export const insertAll = (
  client: MongoClient,
  collection: Collection<StreamDocument>,
  documents: readonly StreamDocument[],
  session: ClientSession,
): Promise<number> =>
  inParts(documents, (part) =>
    ran(client, collection, { insert: collection.collectionName, documents: part }, session),
  );

/** Carries out updates inside a transaction; gives how many documents their filters met. */
export const updateAll = (
  client: MongoClient,
  collection: Collection<StreamDocument>,
  updates: readonly Update[],
  session: ClientSession,
): Promise<number> =>
  inParts(updates, (part) =>
    ran(client, collection, { update: collection.collectionName, updates: part }, session),
  );

const inParts = async <T>(
  all: readonly T[],
  write: (part: readonly T[]) => Promise<number>,
): Promise<number> => {
  let written = 0;
  for (let from = 0; from < all.length; from += mostAtOnce) {
    written += await write(all.slice(from, from + mostAtOnce));
  }
  return written;
};

type Written = {
  readonly n: number;
  readonly writeErrors?: readonly { readonly code: number; readonly errmsg: string }[];
};

const ran = async (
  client: MongoClient,
  { dbName }: Collection<StreamDocument>,
  command: Document,
  session: ClientSession,
): Promise<number> => {
  const answer = await client.db(dbName).command(command, { session, ignoreUndefined: true });
  const { n, writeErrors = [] } = answer as Written;
  const [failed] = writeErrors;
  if (failed) throw new MongoServerError({ message: failed.errmsg, code: failed.code });
  return n;
};
