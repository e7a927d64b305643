import { setTimeout as pause } from 'node:timers/promises';
import { blamesTheServer, isRetriable } from '../event-store/conflicts';
import { errorFields } from '../observing/error-fields';
import { larger, smaller } from './batch-size';
import { CheckpointMoved, moveCheckpoint, park, readCheckpoint, stopAt } from './checkpoint';
import type { LogEntry } from './log-documents';
import type {
  Checkpoint,
  Delivery,
  HandlingFailure,
  Subscription,
  Subscriptions,
} from './subscription';

/** How a subscription works on what it is given. */
export type Pace = {
  /** Entries that are handed over at once, at most. */
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

/** A subscription that is worked on. */
export type Work = {
  readonly subscriptions: Subscriptions;
  readonly subscription: Subscription;
  readonly signal: AbortSignal;
  readonly pace: Pace;
};

/**
 * Hands over what of a batch of this size there is; gives how many entries to hand over at once next
 * time. A batch that the database could not carry out as one, because it took too long, say, comes
 * again in halves. One that failed otherwise is handed over one entry after another, so that only the
 * one that fails is held back.
 */
export const handOver = async (
  work: Work,
  checkpoint: Checkpoint,
  entries: readonly LogEntry[],
  batch: number,
): Promise<number> => {
  const { firstPauseMs, batch: most } = work.pace;
  const failed = await attempt(work, checkpoint, entries);
  if (!failed) return larger(batch, most);
  if (failed.asOne && entries.length > 1) {
    await pauseFor(firstPauseMs, work.signal);
    return smaller(entries.length);
  }
  const tried = entries.length > 1 ? 0 : 1;
  let before = checkpoint.position;
  for (const entry of entries) {
    if (!(await alone(work, checkpoint, { entry, before }, tried))) break;
    before = entry._id;
  }
  return failed.asOne ? 1 : batch;
};

/** An entry, and the position of the one before it, which must be behind the checkpoint by then. */
type Next = { readonly entry: LogEntry; readonly before: number };

/** Tries an entry until it is handled or given up. False when nothing may follow it. */
const alone = async (
  work: Work,
  checkpoint: Checkpoint,
  { entry, before }: Next,
  tried: number,
): Promise<boolean> => {
  const { subscriptions, signal, pace } = work;
  for (let tries = tried; ; tries += 1) {
    if (tries > 0) await pauseFor(pace.firstPauseMs * 3 ** (tries - 1), signal);
    const current = await readCheckpoint(subscriptions, checkpoint);
    if (current.status !== 'running' || signal.aborted) return false;
    if (current.position >= entry._id) return true;
    // It stopped at the one before, or was paused there, and an operator has set it going again since.
    if (current.position < before) return false;
    const failed = await attempt(work, current, [entry]);
    if (!failed) return true;
    if (tries + 1 < pace.tries) continue;
    await giveUp(work, current, told(entry, failed.error, tries + 1));
    return true;
  }
};

type Failed = {
  readonly error: unknown;
  /** It may be that only so many at once are too many. */
  readonly asOne: boolean;
};

const attempt = async (
  { subscriptions, subscription, signal, pace: { patienceMs } }: Work,
  checkpoint: Checkpoint,
  entries: readonly LogEntry[],
): Promise<Failed | undefined> => {
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
    await Promise.race([subscription.deliver(entries, { signal, moved }), late]);
    return undefined;
  } catch (error) {
    if (error instanceof CheckpointMoved || signal.aborted) return undefined;
    const asOne = isRetriable(error);
    // A database that cannot be reached says nothing about the event.
    if (asOne && blamesTheServer(error)) throw error;
    return { error, asOne };
  } finally {
    inTime.abort();
  }
};

const giveUp = async (
  { subscriptions, subscription: { onFailure } }: Work,
  checkpoint: Checkpoint,
  failure: HandlingFailure,
) => {
  if (onFailure === 'stop') await stopAt(subscriptions, checkpoint, failure);
  else await park(subscriptions, checkpoint, failure);
};

const pauseFor = (milliseconds: number, signal: AbortSignal) =>
  pause(milliseconds, undefined, { signal }).catch(() => undefined);

const told = ({ _id, event }: LogEntry, error: unknown, tries: number): HandlingFailure => ({
  position: _id,
  eventType: event.type,
  streamName: event.metadata.streamName,
  message: errorFields(error).message,
  tries,
  at: new Date(),
});
