import type { CollectionInfo, Db } from 'mongodb';
import { createHash } from 'node:crypto';
import type { EventLog } from '../event-log/open-log';
import { subscriptionsIn } from '../event-log/subscription';
import { personKeys } from '../event-store/sealing';
import { placesOf } from '../read-models/rows-of';

/** A collection by its name and that of its database. */
export type Place = { readonly dbName: string; readonly collectionName: string };

/** Every collection of which a backup or an export reads something. */
export const placesIn = (log: EventLog): readonly Place[] => {
  const { db, entries, states, streams } = log;
  const { checkpoints, parked } = subscriptionsIn(log);
  return [
    ...streams.collections,
    entries,
    states,
    checkpoints,
    parked,
    personKeys(db),
    placesOf(db),
  ];
};

/**
 * Tells a store from every other, also from one of the same name on another server: a sum of the ids
 * MongoDB gave its collections when they were made. Another one when some were made since.
 */
export const storeIdentity = async (log: EventLog): Promise<string> => {
  const hash = createHash('sha256');
  for (const { dbName, collectionName } of placesIn(log)) {
    const id = await idOf(log.client.db(dbName), collectionName);
    hash.update(`${dbName}.${collectionName} ${id}\n`);
  }
  return hash.digest('hex');
};

const idOf = async (db: Db, name: string) => {
  const [found] = await db.listCollections<CollectionInfo>({ name }).toArray();
  return found?.info?.uuid?.toString('hex') ?? 'is not there';
};
