import { MongoServerError, type ClientSession, type Db, type MongoClient } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import type { MemberId } from '@/domain/shared/ids';
import { failureOf } from './event-store/conflicts';
import type { PersonKey, Sealing } from './event-store/sealing';
import { inSnapshot, jitter } from './event-store/transaction';
import { subscriptionName, type ReadModel, type Row } from './read-models/read-model';
import { collectionsOf, placesOf, rowCollectionsOf } from './read-models/rows-of';

const patienceMs = 10_000;

/** Where a person is known in plain, or can be. */
export type PersonalPlaces = {
  readonly client: MongoClient;
  readonly db: Db;
  readonly sealing: Sealing;
  /** The read models whose rows hold personal text in plain, each row with its `memberId`. */
  readonly inPlain: readonly ReadModel[];
};

/** What forgetting a person came to. */
export type Forgotten = {
  /** What there was of a key before. */
  readonly key: PersonKey;
  /** How many rows went. */
  readonly rows: number;
};

/**
 * Forgets a person: deletes the key, and every row in plain, in one transaction. Events, states, log
 * and exports keep what they have, sealed for good; a tombstone keeps anyone from sealing for that
 * person again. Who writes a row at that moment makes it try again, for ten seconds; then it throws
 * what stood in the way. Forgetting twice does no harm.
 */
export const forgetPerson = async (
  places: PersonalPlaces,
  memberId: MemberId,
): Promise<Forgotten> => {
  const deadline = performance.now() + patienceMs;
  for (let tries = 1; ; tries += 1) {
    const before = await rowCollections(places);
    try {
      return await inSnapshot(places.client, deadline, async (session) => ({
        key: await places.sealing.forget(memberId, session),
        rows: await deleteRows(places, memberId, before, session),
      }));
    } catch (error) {
      if (!passesBy(error) || performance.now() > deadline) throw error;
    }
    await pause(jitter(tries));
  }
};

const rowCollections = async ({ db, inPlain }: PersonalPlaces): Promise<readonly string[]> =>
  (await Promise.all(inPlain.map((readModel) => rowCollectionsOf(db, readModel)))).flat();

/**
 * Deletes the rows in all collections there were before, and in those that were begun since: only
 * the snapshot knows them for sure.
 */
const deleteRows = async (
  { db, inPlain }: PersonalPlaces,
  memberId: MemberId,
  before: readonly string[],
  session: ClientSession,
): Promise<number> => {
  const ids = inPlain.map(subscriptionName);
  const places = await placesOf(db)
    .find({ _id: { $in: ids } }, { session })
    .toArray();
  let rows = 0;
  for (const name of new Set([...before, ...places.flatMap(collectionsOf)])) {
    rows += (await db.collection<Row>(name).deleteMany({ memberId }, { session })).deletedCount;
  }
  return rows;
};

const duplicateKey = 11000;

/** A conflict with who seals, writes rows or swaps them just now. */
const passesBy = (error: unknown) =>
  failureOf(error) === 'conflict' ||
  failureOf(error) === 'transient' ||
  (error instanceof MongoServerError && error.code === duplicateKey);
