import type { Db } from 'mongodb';
import type { EventLog } from '../event-log/open-log';
import { subscriptionsIn } from '../event-log/subscription';
import { personKeys } from '../event-store/sealing';
import { heldLeases } from '../lease';
import { collectionsOf, placesOf } from '../read-models/rows-of';
import { SetupProblem } from '../setup-problem';
import { removeSeedMark } from './seed-mark';

/**
 * Makes sure that a store may be restored into this database: that nothing of worth is in it, and
 * that no app is at work. Throws SetupProblem with the way out.
 */
export const assertEmpty = async ({ db, entries, streams }: EventLog): Promise<void> => {
  const things = [
    ...streams.collections.map((collection) => [collection, 'streams'] as const),
    [entries, 'a log'] as const,
  ];
  for (const [collection, thing] of things) {
    if (await collection.findOne({}, { projection: { _id: 1 } })) throw notEmpty(db, thing);
  }
  const withKey = { key: { $exists: true } };
  if (await personKeys(db).findOne(withKey)) throw notEmpty(db, 'keys of persons');
};

/** Makes sure that no app works on the database. Throws SetupProblem. */
export const assertIdle = async (db: Db): Promise<void> => {
  const [held] = await heldLeases(db);
  if (held === undefined) return;
  throw new SetupProblem(
    `An app is at work on this database (${held}). Stop it, then begin again.`,
  );
};

/** Removes all streams and the log of them. */
export const removeStreams = async ({ entries, streams }: EventLog): Promise<void> => {
  for (const collection of streams.collections) await collection.deleteMany({});
  await entries.deleteMany({});
};

/**
 * Removes what a restore that was broken off has left besides streams and log, and what an app or a seed
 * that only started has made: everything but the tombstones of persons who were forgotten.
 */
export const removeOthers = async (log: EventLog): Promise<void> => {
  const { db, states } = log;
  const { checkpoints, parked } = subscriptionsIn(log);
  await removeSeedMark(db);
  await personKeys(db).deleteMany({ key: { $exists: true } });
  const places = await placesOf(db).find().toArray();
  for (const rows of places.flatMap(collectionsOf)) await db.collection(rows).deleteMany({});
  for (const { collectionName } of [states, checkpoints, parked, placesOf(db)]) {
    await db.collection(collectionName).deleteMany({});
  }
};

const notEmpty = ({ databaseName }: Db, thing: string) =>
  new SetupProblem(
    `A store is restored into an empty database only, and ${databaseName} holds ${thing}. Name another ` +
      'one: ROOMLOG_DB=roomlog_restored npm run restore -- <folder>. Or make this one empty: stop the ' +
      'app and move .data/db away, or drop the database on your own server.',
  );
