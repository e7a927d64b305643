import type { Rebuild } from '../read-models/rows-of';
import type { LogStanding } from './log-standing';
import type { ReadModelStanding } from './read-model-standing';
import type { SubscriptionStanding } from './subscription-standing';

/** A log that is at work. */
export const aLog: LogStanding = {
  generation: '01941f29-7c00-7000-8000-0000000000a1',
  position: 1200,
  headHash: 'head',
  lag: { events: 0, seconds: 0 },
  writer: 'host 1 a',
  oplog: { windowSeconds: 86_400, resumeAgeSeconds: 3 },
  recoveries: [],
};

/** A subscription that has heard all of it. */
export const aSubscription: SubscriptionStanding = {
  name: 'search@1',
  status: 'running',
  position: 1200,
  behind: { entries: 0, seconds: 0 },
  failure: undefined,
  reason: undefined,
  worker: 'host 1 a',
  parked: 0,
};

/** A read model that is not being rebuilt. */
export const aReadModel: ReadModelStanding = {
  name: 'search@1',
  rows: 40,
  rebuild: undefined,
  preview: undefined,
  rebuilt: undefined,
};

/** A rebuild half way. */
export const aRebuild: Rebuild = {
  collection: 'rows_search_1_b',
  generation: aLog.generation,
  position: 600,
  startedAt: new Date('2026-11-20T09:00:00Z'),
  preview: false,
};
