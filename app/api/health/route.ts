import { correlationId } from '@/app/_shared/correlation-id';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { logger } from '@/infrastructure/observing/logger';
import { readiness } from '@/infrastructure/operations/readiness';
import { recentStanding } from '@/infrastructure/operations/standing';
import { troublesOf } from '@/infrastructure/operations/troubles';
import { unreadyAnswer } from './unready-answer';

/** Asked by the launcher, monitors and tests: never answered from a cache. */
export const dynamic = 'force-dynamic';

/**
 * GET /api/health: 200 when this server and its database answer, 503 when the database does not.
 * `process` is this server's process id, by which the launcher knows its own; `lane` the lane that
 * commands of this route would go through, `lanes` all that this process has: the same one only.
 * `log` is where the log stands, `troubles` what is not as it should be on any server: stopped, paused,
 * failed, late, nobody at work, or not known. Troubles are for people; they are no reason to take this server out.
 */
export async function GET(): Promise<Response> {
  try {
    const { lane, lanes } = await readiness();
    const mine = { live: true, ready: true, database: databaseName(), process: process.pid };
    return Response.json({ status: 'ok', ...mine, lane, lanes, ...(await whatIsStopped()) });
  } catch (error) {
    return unreadyAnswer(error);
  }
}

const whatIsStopped = async () => {
  try {
    const standing = await recentStanding();
    const { position, lag } = standing.log ?? {};
    const log = { position: position ?? null, behind: lag?.events ?? null };
    return { log, troubles: troublesOf(standing) };
  } catch (error) {
    const fields = { correlationId: await correlationId(), err: error };
    logger().warn(fields, 'The standing of the log could not be read');
    return { log: null, troubles: null };
  }
};
