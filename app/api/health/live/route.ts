/** Asked by whoever would start this process again: never answered from a cache. */
export const dynamic = 'force-dynamic';

/**
 * GET /api/health/live: 200 when this process answers at all, whatever its database does. One that does
 * not answer is to be started again; one that is only not ready is not.
 */
export const GET = (): Response => Response.json({ status: 'ok', process: process.pid });
