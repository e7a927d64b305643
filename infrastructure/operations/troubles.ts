import type { LogStanding } from './log-standing';
import type { ReadModelStanding } from './read-model-standing';
import type { Standing } from './standing';
import type { SubscriptionStanding } from './subscription-standing';

/**
 * What is wrong with a piece of work. `stopped` and `paused` stay so until somebody does something;
 * the others may pass by themselves. `being completed or unknown`: how far the log is behind cannot be
 * told, because it is completed from the streams first, or too much waits.
 */
export type TroubleState =
  'stopped' | 'paused' | 'failed' | 'nobody at work' | 'being completed or unknown' | 'late';

/** One thing that is not as it should be. Holds names from our code only, nothing anyone wrote. */
export type Trouble = {
  readonly what: 'log' | 'subscription' | 'rebuild';
  readonly name: string;
  readonly state: TroubleState;
};

/** Behind for longer than this is late. */
const lateAfterSeconds = 15;

/** What is not as it should be; empty when all is well. */
export const troublesOf = ({ log, subscriptions, readModels }: Standing): readonly Trouble[] => [
  ...named('log', 'sequencer', logTrouble(log)),
  ...subscriptions.flatMap((one) => named('subscription', one.name, subscriptionTrouble(one))),
  ...readModels.flatMap((one) => named('rebuild', one.name, rebuildTrouble(one))),
];

/** What is wrong with the log. */
const logTrouble = (log: LogStanding | undefined): TroubleState | undefined => {
  if (!log?.writer) return 'nobody at work';
  if (!log.lag) return 'being completed or unknown';
  return log.lag.seconds > lateAfterSeconds ? 'late' : undefined;
};

/** What is wrong with a subscription. One that is stopped is behind too, but not merely late. */
export const subscriptionTrouble = ({
  status,
  worker,
  behind,
}: SubscriptionStanding):
  Exclude<TroubleState, 'failed' | 'being completed or unknown'> | undefined => {
  if (status !== 'running') return status;
  if (!worker) return 'nobody at work';
  return behind.seconds > lateAfterSeconds ? 'late' : undefined;
};

const rebuildTrouble = ({ rebuild }: ReadModelStanding): TroubleState | undefined =>
  rebuild?.failure === undefined ? undefined : 'failed';

const named = (
  what: Trouble['what'],
  name: string,
  state: TroubleState | undefined,
): readonly Trouble[] => (state ? [{ what, name, state }] : []);
