import { lanesOpened } from '@/infrastructure/lanes';
import { mongoClient } from '@/infrastructure/mongodb/client';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { eventStore } from '@/infrastructure/store';

/** Asked by the launcher, monitors and tests: never answered from a cache. */
export const dynamic = 'force-dynamic';

/**
 * GET /api/health: 200 when this server and its database answer, 503 when the database does not.
 * `process` is this server's process id, by which the launcher knows its own; `lane` the lane that
 * commands of this route would go through, `lanes` all that this process has: the same one only.
 */
export async function GET(): Promise<Response> {
  const mine = { database: databaseName(), process: process.pid };
  try {
    const client = await mongoClient();
    await client.db(databaseName()).command({ ping: 1 }, { timeoutMS: 3000 });
    const { laneId } = await eventStore();
    return Response.json({ status: 'ok', ...mine, lane: laneId, lanes: lanesOpened() });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return Response.json({ status: 'database not reachable', ...mine }, { status: 503 });
  }
}
