import type { Held } from '../lease';
import { claimCheckpoint, mismatch, moveCheckpoint, readCheckpoint, stopFor } from './checkpoint';
import { handOver, type Pace, type Work } from './hand-over';
import type { LogHead } from './log-head';
import { logState } from './open-log';
import { readLog } from './read-log';
import type { Checkpoint, Subscription, Subscriptions } from './subscription';

/** How subscriptions of the app are worked on. */
export const usualPace: Pace = {
  batch: 500,
  tries: 5,
  firstPauseMs: 200,
  patienceMs: 30_000,
  lookEveryMs: 1000,
};

/**
 * Works on a subscription for as long as its lease is held: hands over what follows its checkpoint,
 * then what comes. What cannot be handled is tried again in smaller batches or alone, with growing
 * pauses, and then it stops this subscription, or is parked. Throws what a database throws that cannot
 * be reached; then it is to be called again.
 */
export const runSubscription = async (
  subscriptions: Subscriptions,
  subscription: Subscription,
  head: LogHead,
  { fence, signal }: Held,
  pace: Pace,
): Promise<void> => {
  const wait = () => head.nextMove(pace.lookEveryMs, signal);
  const work: Work = { subscriptions, subscription, signal, pace };
  let batch = pace.batch;
  let claimed = await claimCheckpoint(subscriptions, subscription, fence);
  while (!signal.aborted) {
    if (!claimed) {
      await wait();
      claimed = await claimCheckpoint(subscriptions, subscription, fence);
      continue;
    }
    const checkpoint = await readCheckpoint(subscriptions, claimed);
    const next =
      checkpoint.status === 'running' ? await oneStep(work, checkpoint, batch) : undefined;
    batch = next ?? batch;
    const besides =
      (await subscription.beside?.(await readCheckpoint(subscriptions, claimed))) ?? false;
    if (next === undefined && !besides) await wait();
  }
};

/** Hands over the next batch; gives the size of the one after it, undefined when nothing was to do. */
const oneStep = async (
  work: Work,
  checkpoint: Checkpoint,
  batch: number,
): Promise<number | undefined> => {
  const { subscriptions, subscription } = work;
  const state = await logState(subscriptions.log);
  const reason = state && mismatch(checkpoint, state);
  if (reason) await stopFor(subscriptions, checkpoint, reason);
  if (!state || reason) return undefined;
  const range = { after: checkpoint.position, direction: 'forwards', limit: batch } as const;
  const { eventTypes } = subscription;
  const { entries, head } = await readLog(subscriptions.log, { eventTypes }, range);
  if (entries.length === 0) {
    if (head <= checkpoint.position) return undefined;
    // What is not for it is passed over: the checkpoint moves all the same.
    await moveCheckpoint(subscriptions, checkpoint, head, undefined);
    return batch;
  }
  return handOver(work, checkpoint, entries, batch);
};
