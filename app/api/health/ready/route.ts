import { unreadyAnswer } from '../unready-answer';
import { readiness } from '@/infrastructure/operations/readiness';

/** Asked by whoever sends requests here: never answered from a cache. */
export const dynamic = 'force-dynamic';

/**
 * GET /api/health/ready: 200 when the database answers and the store is open, so that commands can be
 * sent here; else 503.
 */
export const GET = (): Promise<Response> =>
  readiness().then(() => Response.json({ status: 'ok', process: process.pid }), unreadyAnswer);
