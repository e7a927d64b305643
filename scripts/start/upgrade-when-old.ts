import { MongoClient } from 'mongodb';

import { streamDefinitions } from '@/domain/stream-definitions';
import { upgradeStreams } from '@/infrastructure/event-store/upgrade-streams';
import { databaseName } from '@/infrastructure/mongodb/database-name';

/** So many streams between two lines that say how far it is. */
const SAID_EVERY = 500;

/**
 * Brings the streams of an earlier version up to date, and says so; does nothing when they are.
 * Broken off, the next start goes on where it was.
 */
export async function upgradeWhenOld(mongodbUri: string): Promise<void> {
  const client = await new MongoClient(mongodbUri).connect();
  try {
    let announced = false;
    const upgraded = await upgradeStreams({
      client,
      databaseName: databaseName(),
      streamTypes: streamDefinitions.map(({ type }) => type),
      progress: (done, all) => {
        if (!announced) console.log(`Upgrading ${String(all)} streams of an earlier version …`);
        announced = true;
        if (done % SAID_EVERY === 0) console.log(`  ${String(done)} of ${String(all)} streams`);
      },
    });
    if (upgraded > 0) console.log(`Upgraded: every event now names the one before it by its hash.`);
  } finally {
    await client.close();
  }
}
