import { hostname } from 'node:os';

import { MongoClient, MongoServerError, type Db } from 'mongodb';

import { removeSeedMark, seedMarks, type SeedMark } from '@/infrastructure/keeping/seed-mark';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { isAlive } from '@/infrastructure/mongodb/process-life';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { runTypeScript } from '../process/run-visibly';
import { isHalfMadeDemo } from './half-made-demo';

const DUPLICATE_KEY = 11_000;
/** A seed on another machine that is older than this was broken off. */
const LONGEST_SEED_MS = 600_000;

/**
 * Fills an empty database with the demo data by running scripts/seed.ts. What a seed has left that was
 * broken off is removed, and begun again, when there is nothing else in the database; else all is kept.
 *
 * @throws SetupProblem when the seed fails, or another program is at it
 */
export async function seedWhenEmpty(mongodbUri: string, stop: AbortSignal): Promise<void> {
  const client = await new MongoClient(mongodbUri).connect();
  try {
    const db = client.db(databaseName());
    const mark = await seedMarks(db).findOne({ _id: 'seeding' });
    if (mark && (await isAtWork(mark))) throw seedAtWork();
    if (mark && !(await isHalfMadeDemo(db, mark))) {
      console.log(
        'The demo data was not finished, but the database holds more: all of it is kept.',
      );
      await removeSeedMark(db);
      return;
    }
    if (mark) {
      console.log('The demo data was not finished; beginning again …');
      await db.dropDatabase();
    }
    if (!(await isEmpty(db))) return;
    console.log('Filling the empty database with demo data …');
    await setMark(db);
    const env = { ...process.env, MONGODB_URI: mongodbUri };
    const code = await runTypeScript('scripts/seed.ts', [], { env, stop });
    if (stop.aborted) return;
    if (code !== 0) {
      throw new SetupProblem('The demo data could not be written; the reason stands above.');
    }
    await removeSeedMark(db);
  } finally {
    await client.close();
  }
}

/** Whether the program that set the mark may still be writing. */
async function isAtWork({ host, process: pid, startedAt }: SeedMark): Promise<boolean> {
  if (host === hostname()) return pid !== process.pid && isAlive(pid);
  return startedAt.getTime() > Date.now() - LONGEST_SEED_MS;
}

async function setMark(db: Db): Promise<void> {
  const mine = { host: hostname(), process: process.pid, startedAt: new Date() };
  try {
    await seedMarks(db).insertOne({ _id: 'seeding', ...mine });
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) throw seedAtWork();
    throw error;
  }
}

function seedAtWork(): SetupProblem {
  return new SetupProblem(
    'Another program is filling this database with demo data. Start again when it is done (a minute or two).',
  );
}

/** What a store keeps beside its streams, also while there are none. */
const ofTheStore = /^(system\.|store_format$)/;

async function isEmpty(db: Db): Promise<boolean> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (!ofTheStore.test(name) && (await db.collection(name).findOne({}))) return false;
  }
  return true;
}
