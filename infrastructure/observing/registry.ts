import { collectDefaultMetrics, Registry } from 'prom-client';
import { processWide } from '../process-wide';

/** All metrics of this process: ours, and prom-client's own of Node (memory, event loop, processor). */
export const metricsRegistry = (): Registry =>
  processWide('metrics', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    return registry;
  });
