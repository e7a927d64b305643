import type { Db } from 'mongodb';
import { placesOf, type RowsPlace } from './rows-of';

/** Whoever has looked up a name of rows has read them by then. */
const readForMs = 30_000;

/**
 * What notes in a place that nobody is to look up these rows any more; part of the update that takes
 * them out of it. Readers who have looked them up before still find them whole, for 30 s.
 */
export const retiring = (collection: string) => ({
  $push: { retired: { collection, at: new Date() } },
});

/** Drops the rows of a place that were retired long enough ago. Killed in between, it does it again. */
export const dropRetired = async (db: Db, { _id, retired = [] }: RowsPlace): Promise<void> => {
  for (const { collection, at } of retired) {
    if (Date.now() - at.getTime() < readForMs) continue;
    await db.collection(collection).drop();
    await placesOf(db).updateOne({ _id }, { $pull: { retired: { collection } } });
  }
};
