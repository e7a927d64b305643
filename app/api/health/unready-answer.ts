import { correlationId } from '@/app/_shared/correlation-id';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { logger } from '@/infrastructure/observing/logger';

/** The answer of a server that cannot carry out commands: 503, the reason in the log only. */
export const unreadyAnswer = async (error: unknown): Promise<Response> => {
  logger().warn({ correlationId: await correlationId(), err: error }, 'This server is not ready');
  const mine = { live: true, ready: false, database: databaseName(), process: process.pid };
  return Response.json({ status: 'database not reachable', ...mine }, { status: 503 });
};
