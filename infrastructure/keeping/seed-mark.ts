import type { Collection, Db } from 'mongodb';

/** Stands in a database while demo data is written into it, so that half a demo is never used. */
export type SeedMark = {
  readonly _id: 'seeding';
  /** Whose seed it is. */
  readonly host: string;
  readonly process: number;
  readonly startedAt: Date;
};

const majority = { writeConcern: { w: 'majority' } } as const;

/** Where the mark is kept. */
export const seedMarks = (db: Db): Collection<SeedMark> => db.collection('setup');

/**
 * Takes the mark away: the demo is whole, or what the database holds is not the demo any more. What
 * stands under it, `npm start` may remove.
 */
export const removeSeedMark = async (db: Db): Promise<void> => {
  await seedMarks(db).deleteOne({ _id: 'seeding' }, majority);
};
