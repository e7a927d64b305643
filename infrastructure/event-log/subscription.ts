import type { ClientSession, Collection } from 'mongodb';
import type { LogEntry } from './log-documents';
import type { EventLog } from './open-log';

/**
 * Someone who wants to hear of events, in the order of the log, each at least once: after a kill
 * between handling and checkpoint it comes again, so handling twice must do no harm.
 */
export type Subscription = {
  /** Its checkpoint goes by this name; another version of it is another name. */
  readonly name: string;
  /** Types of events; all others are passed over. */
  readonly eventTypes: readonly string[];
  /** Where it begins when it has no checkpoint yet. */
  readonly begins: 'beginning' | 'end';
  /** What happens to an event that cannot be handled, after a few tries. */
  readonly onFailure: 'stop' | 'park';
  /**
   * Handles entries in order; throws when it cannot. `moved` must be called with the position up to
   * which all is handled, once or more.
   */
  readonly deliver: (entries: readonly LogEntry[], delivery: Delivery) => Promise<void>;
  /** Something to be done beside, a piece at a time, also while it is paused; false when there is nothing. */
  readonly beside?: (checkpoint: Checkpoint) => Promise<boolean>;
};

/** What a subscription is handed with its entries. */
export type Delivery = {
  /** Over when another process took over, or the app stops. */
  readonly signal: AbortSignal;
  /**
   * Stores that all up to a position is handled: in the handler's own transaction, so that both are
   * stored or neither, or by itself. Throws when that is no longer the handler's to store.
   */
  readonly moved: (position: number, session: ClientSession | undefined) => Promise<void>;
};

/** How a subscription is: at work, stopped by somebody, or by an event it could not handle. */
export type SubscriptionStatus = 'running' | 'paused' | 'stopped';

/** Why a subscription stopped, or an event was parked. */
export type HandlingFailure = {
  readonly position: number;
  readonly eventType: string;
  readonly streamName: string;
  readonly message: string;
  readonly tries: number;
  readonly at: Date;
};

/** How far a subscription is. */
export type Checkpoint = {
  readonly _id: string;
  readonly generation: string;
  /** All entries up to here are handled or passed over. */
  readonly position: number;
  /** Fencing token of the process that works on it. */
  readonly fence: number;
  readonly status: SubscriptionStatus;
  readonly failure?: HandlingFailure;
  /** Why it stopped when it was no event: its checkpoint does not belong to this log. */
  readonly reason?: string;
  readonly updatedAt: Date;
};

/** An event that could not be handled and was put aside. */
export type ParkedEvent = HandlingFailure & {
  readonly _id: string;
  readonly subscription: string;
};

/** Where checkpoints and parked events are kept. */
export type Subscriptions = {
  readonly log: EventLog;
  readonly checkpoints: Collection<Checkpoint>;
  readonly parked: Collection<ParkedEvent>;
};

/** Opens the collections of checkpoints and of parked events. */
export const openSubscriptions = async (log: EventLog): Promise<Subscriptions> => {
  const subscriptions = subscriptionsIn(log);
  await subscriptions.parked.createIndex({ subscription: 1, position: 1 });
  return subscriptions;
};

/** The same, as they are: makes nothing. */
export const subscriptionsIn = (log: EventLog): Subscriptions => ({
  log,
  checkpoints: log.db.collection('subscriptions'),
  parked: log.db.collection('parked_events'),
});
