import type { Recorded } from '@/domain/shared/stream';
import type { LogEntry } from '../event-log/log-documents';
import type { Subscription } from '../event-log/subscription';

/**
 * Watches the log and what is delivered from it. It is told, and changes nothing: it must neither
 * throw nor keep the log waiting.
 */
export type LogObserver = {
  /** Events were given their positions by this process. */
  readonly logged: (events: readonly Recorded[]) => void;
  /** A subscription is handed entries; the function it gives is told of a failure, or of none. */
  readonly delivering: (
    subscription: string,
    entries: readonly LogEntry[],
  ) => (failure: { readonly error: unknown } | undefined) => void;
};

/** The same subscription, with an observer told of all it is handed. */
export const observed = (subscription: Subscription, observer: LogObserver): Subscription => ({
  ...subscription,
  deliver: async (entries, delivery) => {
    const told = observer.delivering(subscription.name, entries);
    try {
      await subscription.deliver(entries, delivery);
    } catch (error) {
      told({ error });
      throw error;
    }
    told(undefined);
  },
});
