import { Registry } from 'prom-client';
import { correlationId } from '@/app/_shared/correlation-id';
import { logger } from '@/infrastructure/observing/logger';
import { metricsRegistry } from '@/infrastructure/observing/registry';
import { standingMetrics } from '@/infrastructure/observing/standing-metrics';
import { recentStanding } from '@/infrastructure/operations/standing';

/** Asked by Prometheus and its like: never answered from a cache. */
export const dynamic = 'force-dynamic';

/**
 * GET /api/metrics: the metrics of this process, and how the log stands for all of them, in the text
 * format of Prometheus; docs/watching.md explains each. Also without a database: then
 * `roomlog_standing_known` is 0.
 */
export async function GET(): Promise<Response> {
  const standing = await recentStanding().catch(async (error: unknown) => {
    const fields = { correlationId: await correlationId(), err: error };
    logger().warn(fields, 'The standing of the log could not be read');
    return undefined;
  });
  const all = Registry.merge([metricsRegistry(), standingMetrics(standing)]);
  return new Response(await all.metrics(), { headers: { 'Content-Type': all.contentType } });
}
