import { MongoClient } from 'mongodb';

import { startEmbeddedServer, type EmbeddedServer } from '@/infrastructure/mongodb/embedded-server';
import { checkServer, notReachable } from '@/infrastructure/mongodb/server-check';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { dataFolder } from './running';

/** The database `npm start` works with; `embedded` is missing when MONGODB_URI names another. */
export type Database = { readonly uri: string; readonly embedded?: EmbeddedServer };

/**
 * The server MONGODB_URI names, checked, else a MongoDB on `.data/`.
 *
 * @throws SetupProblem with the way out
 */
export async function openDatabase(env: NodeJS.ProcessEnv): Promise<Database> {
  if (env.MONGODB_URI) {
    await checkUri(env.MONGODB_URI);
    return { uri: env.MONGODB_URI };
  }
  const embedded = await startEmbeddedServer({
    folder: dataFolder,
    say: (line) => {
      console.log(line);
    },
  });
  return { uri: embedded.uri, embedded };
}

async function checkUri(uri: string): Promise<void> {
  let client: MongoClient | undefined;
  try {
    client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
    await client.connect();
    for (const warning of await checkServer(client, uri)) console.warn(warning);
  } catch (error) {
    if (error instanceof SetupProblem) throw error;
    throw notReachable(uri, error instanceof Error ? error.message : String(error));
  } finally {
    await client?.close();
  }
}
