import type { Collection, Db } from 'mongodb';
import { SetupProblem } from '../setup-problem';
import { isBeingRestored } from './restore-mark';
import type { Storage } from './storage';

/** How streams are written: 1 had no hashes; in 2 each event names the one before it by its hash. */
export const currentFormat = 2;

type FormatDocument = { readonly _id: 'format'; readonly version: number };

const formats = (db: Db): Collection<FormatDocument> => db.collection('store_format');

/**
 * The format of a database's streams; an empty database gets the current one. Throws SetupProblem for
 * one that is restored only in part.
 */
export const formatOf = async (db: Db, storage: Storage): Promise<number> => {
  const known = await storedFormat(db, storage);
  if (known !== undefined) return known;
  await setFormat(db, currentFormat);
  return currentFormat;
};

/** The same; undefined for a database without streams. Throws SetupProblem as well. */
export const storedFormat = async (
  db: Db,
  { collections }: Storage,
): Promise<number | undefined> => {
  if (await isBeingRestored(db)) throw halfRestored();
  const known = await formats(db).findOne({ _id: 'format' });
  if (known) return known.version;
  for (const collection of collections) if (await collection.findOne({})) return 1;
  return undefined;
};

/** Records that all streams of a database are written in a format. */
export const setFormat = async (db: Db, version: number): Promise<void> => {
  const set = { $set: { version } };
  const options = { upsert: true, writeConcern: { w: 'majority' } } as const;
  await formats(db).updateOne({ _id: 'format' }, set, options);
};

const halfRestored = () =>
  new SetupProblem(
    'This database is being restored, or that was broken off, so it holds only a part of a store. Let it ' +
      'finish, or begin again: `npm run restore -- <folder>`.',
  );

/** Throws SetupProblem, with the way out, for streams this version must not write to. */
export const assertCurrentFormat = (version: number): void => {
  if (version === currentFormat) return;
  throw new SetupProblem(
    version > currentFormat
      ? 'The streams in this database were written by a newer version of Roomlog. Start that version.'
      : 'The streams in this database were written by an earlier version of Roomlog. Stop it, then run ' +
          '`npm run upgrade` (`npm start` does it by itself).',
  );
};
