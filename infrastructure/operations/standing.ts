import { background } from '../app-background';
import { leaseOf, sequencerLease, type Background } from '../background';
import { logState } from '../event-log/open-log';
import { sharedFor } from '../shared-for';
import { eventStore } from '../store';
import { largestStreams, type LargeStream } from './largest-streams';
import { leaseHolders } from './lease-holders';
import { logStanding, type LogStanding } from './log-standing';
import { readModelStandings, type ReadModelStanding } from './read-model-standing';
import { subscriptionStandings, type SubscriptionStanding } from './subscription-standing';

/** How the log and all that hangs on it are, over all processes. */
export type Standing = {
  /** Undefined while there is no log yet. */
  readonly log: LogStanding | undefined;
  readonly subscriptions: readonly SubscriptionStanding[];
  readonly readModels: readonly ReadModelStanding[];
  readonly largest: readonly LargeStream[];
};

/** Sizes change slowly. */
const sizesLastMs = 10 * 60_000;
/** So many monitors may ask, each second, for the price of one. */
const answerLastsMs = 2000;

/** Looks how everything is. Throws what the database throws. */
export const lookAround = async (): Promise<Standing> => {
  const { storage } = await eventStore();
  const largest = sharedFor('largest streams', sizesLastMs, () => largestStreams(storage));
  return standingOf(await background(), await largest);
};

/** The same, at most two seconds old; for those who ask often. */
export const recentStanding = (): Promise<Standing> =>
  sharedFor('standing', answerLastsMs, lookAround);

/** The same for one log and what hangs on it. */
export const standingOf = async (
  { log, subscriptions, leases }: Pick<Background, 'log' | 'subscriptions' | 'leases'>,
  largest: readonly LargeStream[],
): Promise<Standing> => {
  const [state, holders, readModels] = await Promise.all([
    logState(log),
    leaseHolders(leases),
    readModelStandings(log.db),
  ]);
  if (!state) return { log: undefined, subscriptions: [], readModels, largest };
  const workerOf = (name: string) => holders.get(leaseOf(name));
  return {
    log: await logStanding(log, state, holders.get(sequencerLease)),
    subscriptions: await subscriptionStandings(subscriptions, state, workerOf),
    readModels,
    largest,
  };
};
