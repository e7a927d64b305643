import type { StoreObserver } from '../event-store/observer';
import { processWide } from '../process-wide';
import { logLog } from './log-log';
import { logMetrics } from './log-metrics';
import type { LogObserver } from './log-observer';
import { logger } from './logger';
import { metricsRegistry } from './registry';
import { storeLog } from './store-log';
import { storeMetrics } from './store-metrics';
import { logTogether, storeTogether } from './together';
import { tracingWanted } from './tracing/wanted';
import type { Tracing } from './tracing/start-tracing';
import { keepTurnedAway } from './turned-away';

/** Who watches the store and the log of this process. */
export type Watching = { readonly store: StoreObserver; readonly log: LogObserver };

/** The observers of this process: metrics, logs, and spans where the environment asks for them. */
export const watching = (): Promise<Watching> => processWide('watching', begin);

const begin = async (): Promise<Watching> => {
  const registry = metricsRegistry();
  const log = logger();
  const tracing = await tracingIfWanted();
  const failed = (error: unknown) => {
    log.error({ err: error }, 'What watches the store failed');
  };
  const stores = [storeMetrics(registry), storeLog(log), keepTurnedAway];
  const logs = [logMetrics(registry), logLog(log)];
  return {
    store: storeTogether(tracing ? [...stores, tracing.store] : stores, failed),
    log: logTogether(tracing ? [...logs, tracing.log] : logs, failed),
  };
};

/** OpenTelemetry's packages are loaded only when there is something for them to do. */
const tracingIfWanted = async (): Promise<Tracing | undefined> => {
  const wanted = tracingWanted(process.env);
  if (wanted === 'none') return undefined;
  if (typeof wanted === 'object') {
    logger().warn(`No spans are made: ${wanted.problem}`);
    return undefined;
  }
  const { startTracing } = await import('./tracing/start-tracing');
  const tracing = startTracing(wanted);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void tracing.flush());
  return tracing;
};
