import { stampOf } from '../event-log/commit-stamps';
import type { LogState } from '../event-log/log-documents';
import type { Checkpoint, HandlingFailure, Subscriptions } from '../event-log/subscription';

/** How a subscription is, whichever process works on it. */
export type SubscriptionStanding = {
  readonly name: string;
  readonly status: Checkpoint['status'];
  /** All entries of the log up to here are handled or passed over. */
  readonly position: number;
  readonly behind: Behind;
  /** The event at which it stopped. */
  readonly failure: HandlingFailure | undefined;
  /** Why it stopped when it was no event. */
  readonly reason: string | undefined;
  /** The process that works on it; undefined when none does. */
  readonly worker: string | undefined;
  /** Events that were put aside. */
  readonly parked: number;
};

/** How far something is behind the log: entries, and how long the first of them has been committed. */
export type Behind = { readonly entries: number; readonly seconds: number };

/**
 * Looks how all subscriptions are that have a checkpoint, by name.
 *
 * @param workerOf the process that works on a subscription
 */
export const subscriptionStandings = async (
  { log, checkpoints, parked }: Subscriptions,
  { position: head }: LogState,
  workerOf: (name: string) => string | undefined,
): Promise<readonly SubscriptionStanding[]> => {
  const all = await checkpoints.find().sort({ _id: 1 }).toArray();
  const nexts = await log.entries
    .find({ _id: { $in: all.map(({ position }) => position + 1) } })
    .toArray();
  const committedAt = new Map(nexts.map(({ _id, event }) => [_id, stampOf(event).at / 1000]));
  const counts = await parked
    .aggregate<{ _id: string; count: number }>([
      { $group: { _id: '$subscription', count: { $sum: 1 } } },
    ])
    .toArray();
  const parkedBy = new Map(counts.map(({ _id, count }) => [_id, count]));
  const now = Date.now();
  return all.map(({ _id: name, status, position, failure, reason }) => ({
    name,
    status,
    position,
    behind: {
      entries: Math.max(0, head - position),
      seconds: Math.max(0, now - (committedAt.get(position + 1) ?? now)) / 1000,
    },
    failure,
    reason,
    worker: workerOf(name),
    parked: parkedBy.get(name) ?? 0,
  }));
};
