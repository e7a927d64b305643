import { SetupProblem } from '@/infrastructure/setup-problem';
import { runTypeScript } from './process/run-visibly';
import { withDatabase } from './process/with-database';

/** `node scripts/run.mjs with-mongodb <file> …` runs a TypeScript program that needs the database. */
export async function main([file, ...args]: string[]): Promise<void> {
  if (!file) throw new SetupProblem('Usage: node scripts/run.mjs with-mongodb <file.ts> …');
  await withDatabase(file, async (mongodbUri, stop) => {
    const env = { ...process.env, MONGODB_URI: mongodbUri };
    process.exitCode = await runTypeScript(file, args, { env, stop });
  });
}
