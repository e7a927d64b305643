import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { MongoClient, type Db } from 'mongodb';

import { databaseName } from '@/infrastructure/mongodb/client';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { runTypeScript } from '../process/run-visibly';
import { projectFolder } from '../setup/project.mjs';

/** Kept in the collection `setup` while the demo data is written, so that half a demo is never used. */
type SeedMark = { _id: string; startedAt: Date };
const MARK = 'seeding';

/**
 * Fills an empty database with the demo data by running scripts/seed.ts. A seed that was broken off
 * is removed and begun again; nobody can have worked on it, as the app is not served before.
 *
 * @throws SetupProblem when the seed fails
 */
export async function seedWhenEmpty(mongodbUri: string, stop: AbortSignal): Promise<void> {
  const program = join(projectFolder, 'scripts', 'seed.ts');
  if (
    !(await access(program).then(
      () => true,
      () => false,
    ))
  )
    return;
  const client = await new MongoClient(mongodbUri).connect();
  try {
    const db = client.db(databaseName());
    const marks = db.collection<SeedMark>('setup');
    if (await marks.findOne({ _id: MARK })) {
      console.log('The demo data was not finished; beginning again …');
      await db.dropDatabase();
    }
    if (!(await isEmpty(db))) return;
    console.log('Filling the empty database with demo data …');
    await marks.insertOne({ _id: MARK, startedAt: new Date() });
    await runSeed(mongodbUri, stop);
    if (!stop.aborted) await marks.deleteOne({ _id: MARK });
  } finally {
    await client.close();
  }
}

async function runSeed(mongodbUri: string, stop: AbortSignal): Promise<void> {
  const env = { ...process.env, MONGODB_URI: mongodbUri };
  const code = await runTypeScript('scripts/seed.ts', [], { env, stop });
  if (code !== 0 && !stop.aborted) {
    throw new SetupProblem('The demo data could not be written; the reason stands above.');
  }
}

async function isEmpty(db: Db): Promise<boolean> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (!name.startsWith('system.') && (await db.collection(name).findOne({}))) return false;
  }
  return true;
}
