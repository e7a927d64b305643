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
  /** What is in the database of a backup, and of which; undefined when nothing that counts. */
  readonly begun?: Begun;
};

/** How far the restore of one backup is. */
export type Begun = {
  /** A name no other backup has. */
  readonly backup: string;
  /** How many lines of each of its files are in. */
  readonly lines: { readonly [file: string]: number };
};

/** What a restore under its mark can ask and note; each throws when another restore has taken over. */
export type RestoreMark = {
  /** What was left by one that was broken off. */
  readonly left: Begun | undefined;
  /** To be called before something is written. */
  readonly stillOurs: () => void;
  /** Notes how far it is; undefined before anything is removed that was in. */
  readonly noted: (begun: Begun | undefined) => Promise<void>;
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
 */
export const underRestoreMark = async <Result>(
  db: Db,
  work: (mark: RestoreMark) => Promise<Result>,
): Promise<Result> => {
  const mine = { _id: 'restoring', id: uuidv7() } as const;
  const left = await setMark(db, mine.id);
  let lost = false;
  const stillOurs = () => {
    if (lost) throw new Error('Another restore works on this database now');
  };
  const noted = async (begun: Begun | undefined) => {
    const change = begun ? { $set: { begun } } : { $unset: { begun: 1 as const } };
    const { matchedCount } = await marks(db).updateOne(mine, change, majority);
    lost ||= matchedCount === 0;
    stillOurs();
  };
  const beat = setInterval(() => {
    const seen = [{ $set: { seenAt: '$$NOW' } }];
    void marks(db)
      .updateOne(mine, seen, majority)
      .then(({ matchedCount }) => (lost ||= matchedCount === 0))
      .catch(() => undefined); // What is wrong, the work will meet too.
  }, seenEveryMs);
  try {
    const result = await work({ left, stillOurs, noted });
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

/** Gives what the one before left. */
const setMark = async (db: Db, id: string): Promise<Begun | undefined> => {
  const none = { _id: 'restoring', id: '', seenAt: new Date(0) } as const;
  await marks(db).insertOne(none, majority).catch(ignoreDuplicate);
  const longAgo = {
    $dateSubtract: { startDate: '$$NOW', unit: 'millisecond', amount: brokenOffAfterMs },
  };
  const set = await marks(db).findOneAndUpdate(
    { _id: 'restoring', $expr: { $lt: ['$seenAt', longAgo] } },
    [{ $set: { id, seenAt: '$$NOW' } }],
    majority,
  );
  if (!set) throw atWork();
  return set.begun;
};

const atWork = () =>
  new SetupProblem(
    'Another restore is at work on this database, or was broken off just now. If none is, begin again ' +
      `in ${brokenOffAfterMs / 1000} seconds.`,
  );
