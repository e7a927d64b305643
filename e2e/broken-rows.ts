import type { Document } from 'mongodb';
import { mongoClient } from '@/infrastructure/mongodb/client';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { subscriptionName, type ReadModel } from '@/infrastructure/read-models/read-model';
import { rowsInUse } from '@/infrastructure/read-models/rows-of';
import { expect } from './journey';

/**
 * Has the rows of a read model take nothing more that looks like one of its rows: its handler then
 * fails as if it had a bug. Waits until there is such a row; gives what mends it.
 */
export const breakRows = async (readModel: ReadModel, like: Document) => {
  const db = (await mongoClient()).db(databaseName());
  const rows = async () => {
    const found = await rowsInUse(db, readModel, undefined);
    if (!found) throw new Error(`${subscriptionName(readModel)} has no rows`);
    return found;
  };
  await expect.poll(async () => (await rows()).countDocuments(like)).toBeGreaterThan(0);
  const refuse = async (validator: Document) =>
    db.command({ collMod: (await rows()).collectionName, validator });
  await refuse({ $nor: [like] });
  return {
    mend: () => refuse({}),
    /** The rows that look like it, as they are now. */
    found: async () => (await rows()).find(like).toArray(),
  };
};
