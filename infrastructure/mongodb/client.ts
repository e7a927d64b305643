import 'server-only';
import { MongoClient } from 'mongodb';

import { logger } from '../observing/logger';
import { forgetProcessWide, processWide } from '../process-wide';
import { SetupProblem } from '../setup-problem';
import { checkServer, notReachable } from './server-check';

const CLIENT = 'mongodb client';

/**
 * How long the process's client waits. Without `socketTimeoutMS` one operation that a silent server
 * or network swallows would keep the lane, and so every write of the process, waiting for ever.
 */
export const clientTimeouts = {
  serverSelectionTimeoutMS: 10_000,
  socketTimeoutMS: 15_000,
} as const;

/**
 * The process's connected client for MONGODB_URI. The first call connects and checks the server;
 * when that fails, the next call tries again.
 *
 * @throws SetupProblem when MONGODB_URI is missing, does not answer, or is no replica set
 */
export function mongoClient(): Promise<MongoClient> {
  return processWide(CLIENT, () =>
    connect(process.env.MONGODB_URI).catch((error: unknown) => {
      forgetProcessWide(CLIENT);
      throw error;
    }),
  );
}

/** Closes the process's client, if there is one. */
export async function closeMongoClient(): Promise<void> {
  const client = await processWide<Promise<MongoClient | undefined>>(CLIENT, () =>
    Promise.resolve(undefined),
  ).catch(() => undefined);
  forgetProcessWide(CLIENT);
  await client?.close();
}

async function connect(uri: string | undefined): Promise<MongoClient> {
  if (!uri) {
    throw new SetupProblem(
      'MONGODB_URI is not set. npm start and npm run dev set it; other programs must name a replica set.',
    );
  }
  let client: MongoClient | undefined;
  try {
    client = new MongoClient(uri, clientTimeouts);
    await client.connect();
    for (const warning of await checkServer(client, uri)) logger().warn(warning);
    return client;
  } catch (error) {
    await client?.close();
    if (error instanceof SetupProblem) throw error;
    throw notReachable(uri, error instanceof Error ? error.message : String(error));
  }
}
