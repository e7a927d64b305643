import { setTimeout as pause } from 'node:timers/promises';
import { isRetriable } from '../event-store/conflicts';
import type { Held } from '../lease';
import {
  CheckpointMoved,
  claimCheckpoint,
  mismatch,
  moveCheckpoint,
  park,
  readCheckpoint,
  stopAt,
  stopFor,
} from './checkpoint';
import type { LogEntry } from './log-documents';
import type { LogHead } from './log-head';
import { logState } from './open-log';
import { readLog } from './read-log';
import type {
  Checkpoint,
  Delivery,
  HandlingFailure,
  Subscription,
  Subscriptions,
} from './subscription';

/** How a subscription works on what it is given. */
export type Pace = {
  /** Entries that are handed over at once. */
  readonly batch: number;
  /** Tries of an entry before it counts as one that cannot be handled. */
  readonly tries: number;
  /** The first pause between tries; each is three times the one before. */
  readonly firstPauseMs: number;
  /** How long handling may take before it counts as failed. */
  readonly patienceMs: number;
  /** How often a subscription that waits looks whether an operator has changed it. */
  readonly lookEveryMs: number;
};

export const usualPace: Pace = {
  batch: 500,
  tries: 5,
  firstPauseMs: 200,
  patienceMs: 30_000,
  lookEveryMs: 1000,
};

/**
 * Works on a subscription for as long as its lease is held: hands over what follows its checkpoint,
 * then what comes. What cannot be handled is tried again with growing pauses, then alone, and then
 * it stops this subscription, or is parked. Throws what the database throws; then it is to be called
 * again.
 */
export const runSubscription = async (
  subscriptions: Subscriptions,
  subscription: Subscription,
  head: LogHead,
  { fence, signal }: Held,
  pace: Pace,
): Promise<void> => {
  const wait = () => head.nextMove(pace.lookEveryMs, signal);
  let claimed = await claimCheckpoint(subscriptions, subscription, fence);
  while (!signal.aborted) {
    if (!claimed) {
      await wait();
      claimed = await claimCheckpoint(subscriptions, subscription, fence);
      continue;
    }
    const checkpoint = await readCheckpoint(subscriptions, claimed);
    const worked =
      checkpoint.status === 'running' &&
      (await oneStep(subscriptions, subscription, checkpoint, signal, pace));
    const besides =
      (await subscription.beside?.(await readCheckpoint(subscriptions, claimed))) ?? false;
    if (!worked && !besides) await wait();
  }
};

/** Hands over the next batch. False when there was nothing to do. */
const oneStep = async (
  subscriptions: Subscriptions,
  subscription: Subscription,
  checkpoint: Checkpoint,
  signal: AbortSignal,
  pace: Pace,
): Promise<boolean> => {
  const state = await logState(subscriptions.log);
  const reason = state && mismatch(checkpoint, state);
  if (reason) await stopFor(subscriptions, checkpoint, reason);
  if (!state || reason) return false;
  const range = { after: checkpoint.position, direction: 'forwards', limit: pace.batch } as const;
  const { eventTypes } = subscription;
  const { entries, head } = await readLog(subscriptions.log, { eventTypes }, range);
  if (entries.length === 0) {
    if (head <= checkpoint.position) return false;
    // What is not for it is passed over: the checkpoint moves all the same.
    await moveCheckpoint(subscriptions, checkpoint, head, undefined);
    return true;
  }
  await handOver(subscriptions, subscription, checkpoint, entries, signal, pace);
  return true;
};

/** Hands over a batch; when that fails, one entry after another, to find the one that does. */
const handOver = async (
  subscriptions: Subscriptions,
  subscription: Subscription,
  checkpoint: Checkpoint,
  entries: readonly LogEntry[],
  signal: AbortSignal,
  pace: Pace,
) => {
  const failed = await attempt(subscriptions, subscription, checkpoint, entries, signal, pace);
  const [first] = entries;
  if (!failed || !first) return;
  for (let tries = entries.length > 1 ? 0 : 1; tries < pace.tries; tries += 1) {
    if (tries > 0) await growingPause(tries, signal, pace);
    const current = await readCheckpoint(subscriptions, checkpoint);
    if (current.position >= first._id || signal.aborted) return;
    const again = await attempt(subscriptions, subscription, current, [first], signal, pace);
    if (!again) return;
    if (tries + 1 < pace.tries) continue;
    await giveUp(subscriptions, subscription, current, told(first, again.error, tries + 1));
  }
};

const attempt = async (
  subscriptions: Subscriptions,
  { deliver }: Subscription,
  checkpoint: Checkpoint,
  entries: readonly LogEntry[],
  signal: AbortSignal,
  { patienceMs }: Pace,
): Promise<{ readonly error: unknown } | undefined> => {
  let at = checkpoint;
  const moved: Delivery['moved'] = async (position, session) => {
    await moveCheckpoint(subscriptions, at, position, session);
    at = { ...at, position };
  };
  const inTime = new AbortController();
  const late = pause(patienceMs, undefined, { ref: false, signal: inTime.signal }).then(() => {
    throw new Error(`It was not handled within ${patienceMs / 1000} s`);
  });
  try {
    await Promise.race([deliver(entries, { signal, moved }), late]);
    return undefined;
  } catch (error) {
    if (error instanceof CheckpointMoved || signal.aborted) return undefined;
    // A database that cannot be reached says nothing about the event.
    if (isRetriable(error)) throw error;
    return { error };
  } finally {
    inTime.abort();
  }
};

const giveUp = async (
  subscriptions: Subscriptions,
  { onFailure }: Subscription,
  checkpoint: Checkpoint,
  failure: HandlingFailure,
) => {
  if (onFailure === 'stop') {
    await stopAt(subscriptions, checkpoint, failure);
    return;
  }
  await park(subscriptions, checkpoint, failure);
  await moveCheckpoint(subscriptions, checkpoint, failure.position, undefined);
};

const growingPause = (tries: number, signal: AbortSignal, { firstPauseMs }: Pace) =>
  pause(firstPauseMs * 3 ** (tries - 1), undefined, { signal }).catch(() => undefined);

const told = ({ _id, event }: LogEntry, error: unknown, tries: number): HandlingFailure => ({
  position: _id,
  eventType: event.type,
  streamName: event.metadata.streamName,
  message: error instanceof Error ? error.message : String(error),
  tries,
  at: new Date(),
});
