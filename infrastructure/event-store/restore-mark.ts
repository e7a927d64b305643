import type { Collection, Db } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { SetupProblem } from '../setup-problem';
import { ignoreDuplicate } from './conflicts';

/** Stands in a database while it is restored, so that half a store is never used. */
type MarkDocument = {
  readonly _id: 'restoring';
  /** Whose restore it is. */
  readonly id: string;
  /** When it was last at work, by the clock of the database. */
  readonly seenAt: Date;
};

const marks = (db: Db): Collection<MarkDocument> => db.collection('store_format');
const majority = { writeConcern: { w: 'majority' } } as const;
/** One that was not at work for so long was broken off. */
const brokenOffAfterMs = 10_000;
const seenEveryMs = 2000;

/** True while a database is being restored, or when that was broken off. */
export const isBeingRestored = async (db: Db): Promise<boolean> =>
  (await marks(db).findOne({ _id: 'restoring' })) !== null;

/**
 * Restores a database under a mark, without which nobody else uses it; the mark goes when all is
 * there. Throws SetupProblem while another restore is at work on it.
 *
 * @param work gets a check that throws when another restore has taken over; to be called before it writes
 */
export const underRestoreMark = async <Result>(
  db: Db,
  work: (stillOurs: () => void) => Promise<Result>,
): Promise<Result> => {
  const mine = { _id: 'restoring', id: uuidv7() } as const;
  await setMark(db, mine.id);
  let lost = false;
  const stillOurs = () => {
    if (lost) throw new Error('Another restore works on this database now');
  };
  const beat = setInterval(() => {
    const seen = [{ $set: { seenAt: '$$NOW' } }];
    void marks(db)
      .updateOne(mine, seen, majority)
      .then(({ matchedCount }) => (lost ||= matchedCount === 0))
      .catch(() => undefined); // What is wrong, the work will meet too.
  }, seenEveryMs);
  try {
    const result = await work(stillOurs);
    await marks(db).deleteOne(mine, majority);
    return result;
  } catch (error) {
    await marks(db)
      .updateOne(mine, { $set: { seenAt: new Date(0) } })
      .catch(() => undefined);
    throw error;
  } finally {
    clearInterval(beat);
  }
};

const setMark = async (db: Db, id: string) => {
  const none = { _id: 'restoring', id: '', seenAt: new Date(0) } as const;
  await marks(db).insertOne(none, majority).catch(ignoreDuplicate);
  const longAgo = {
    $dateSubtract: { startDate: '$$NOW', unit: 'millisecond', amount: brokenOffAfterMs },
  };
  const set = await marks(db).updateOne(
    { _id: 'restoring', $expr: { $lt: ['$seenAt', longAgo] } },
    [{ $set: { id, seenAt: '$$NOW' } }],
    majority,
  );
  if (set.matchedCount === 0) throw atWork();
};

const atWork = () =>
  new SetupProblem(
    'Another restore is at work on this database, or was broken off just now. If none is, begin again ' +
      `in ${brokenOffAfterMs / 1000} seconds.`,
  );
