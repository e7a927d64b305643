import { databaseName, mongoClient } from '@/infrastructure/mongodb/client';

/** Asked by the launcher, monitors and tests: never answered from a cache. */
export const dynamic = 'force-dynamic';

/**
 * GET /api/health: 200 when this server and its database answer, 503 when the database does not.
 * `process` is this server's process id, by which the launcher knows its own.
 */
export async function GET(): Promise<Response> {
  const mine = { database: databaseName(), process: process.pid };
  try {
    const client = await mongoClient();
    await client.db(databaseName()).command({ ping: 1 }, { timeoutMS: 3000 });
    return Response.json({ status: 'ok', ...mine });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return Response.json({ status: 'database not reachable', ...mine }, { status: 503 });
  }
}
