import { once } from 'node:events';

import { SetupProblem } from '@/infrastructure/setup-problem';
import { startAppServer, type AppServer } from '../process/app-server';
import type { DataHolder } from '../process/data-lock';
import type { Address } from './address';
import { openDatabase, type Database } from './database';
import { writeRunning } from './running';

/** So many unasked ends within a minute are no accident any more. */
const MOST_RESTARTS = 3;
const MINUTE_MS = 60_000;

/**
 * Runs the app until it is told to stop, then lets it answer what it has begun. An app or a database
 * that ends unasked (kill -9, out of memory) is started again.
 *
 * @param options.current its database is replaced when that had to be started again; the caller ends it
 * @param options.holder what others are told
 * @throws SetupProblem when something ends again and again
 */
export async function keepRunning(options: {
  folder: string;
  address: Address;
  current: { database: Database };
  stop: AbortSignal;
  holder: DataHolder;
}): Promise<void> {
  const { folder, address, current, stop, holder } = options;
  const startApp = () => startAppServer({ folder, ...address, mongodbUri: current.database.uri });
  const stopped = once(stop, 'abort').then(() => 'stop' as const);
  let app = await startApp();
  try {
    await tell(address, current.database, app);
    holder.running = true;
    console.log(`\nRoomlog runs at ${address.url}`);
    for (let ends: number[] = []; ;) {
      const { embedded } = current.database;
      const what = await Promise.race([
        stopped,
        app.ended.then(() => 'app' as const),
        ...(embedded ? [embedded.ended.then(() => 'database' as const)] : []),
      ]);
      if (what === 'stop' || stop.aborted) return;
      ends = [...ends.filter((at) => at > Date.now() - MINUTE_MS), Date.now()];
      if (ends.length > MOST_RESTARTS) throw endsAgainAndAgain(what);
      console.log(`The ${what} ended unexpectedly; starting it again …`);
      if (what === 'database') {
        const { uri } = current.database;
        current.database = await openDatabase(process.env);
        holder.mongodbUri = current.database.uri;
        if (current.database.uri !== uri) await app.stop();
        else await tell(address, current.database, app);
      }
      if (what === 'app' || (await hasEnded(app))) {
        app = await startApp();
        await tell(address, current.database, app);
      }
      console.log(`Roomlog runs at ${address.url}`);
    }
  } finally {
    await app.stop();
  }
}

function endsAgainAndAgain(what: string): SetupProblem {
  return new SetupProblem(
    `The ${what} ended ${String(MOST_RESTARTS + 1)} times within a minute. Its messages above and .data/mongod.log say why; ` +
      'no memory left and a full disk are the usual reasons.',
  );
}

async function hasEnded(app: AppServer): Promise<boolean> {
  return Promise.race([app.ended.then(() => true), Promise.resolve(false)]);
}

async function tell(address: Address, database: Database, app: AppServer): Promise<void> {
  await writeRunning({
    address: address.url,
    mongodbUri: database.uri,
    startedAt: new Date().toISOString(),
    processes: {
      launcher: process.pid,
      app: app.pid,
      ...(database.embedded ? { mongod: database.embedded.pid } : {}),
    },
  });
}
