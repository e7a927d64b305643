import type { Recorded } from '@/domain/shared/stream';
import type { Held } from '../lease';
import { claimLog } from './claim-log';
import { completeLog } from './complete-log';
import { followChanges } from './follow-changes';
import type { LogState } from './log-documents';
import { LogWriter, NoLongerSequencer } from './log-writer';
import type { EventLog } from './open-log';
import { changesFrom } from './stream-changes';

/** What a sequencer tells about its work. */
export type SequencerTold = {
  /** The log grew by these events; or by none: then where it stands was read at the beginning. */
  readonly moved: (state: LogState, events: readonly Recorded[]) => void;
  /** The log had to be completed from the streams. */
  readonly completed: (state: LogState, reason: string) => void;
};

/**
 * Gives every event of every stream its position in the log, for as long as the lease is held: tails
 * the change stream of the stream documents and appends whole writes, in the order of their commits.
 *
 * A log that was never begun, or was lost, is built from the stream documents; so is what it lacks
 * when the change stream cannot be followed any further (MongoDB has forgotten where we were, or a
 * change is no append of ours). Throws what the database throws, NoLongerSequencer among it; then
 * the whole is to be called again.
 */
export const sequence = async (
  log: EventLog,
  { fence, signal }: Held,
  told: SequencerTold,
): Promise<void> => {
  const claimed = await claimLog(log, fence);
  const writer = new LogWriter(log, claimed.state);
  told.moved(writer.state, []);
  try {
    await work(writer, claimed.reason, signal, told);
  } catch (error) {
    if (!signal.aborted || error instanceof NoLongerSequencer) throw error;
  }
};

const work = async (
  writer: LogWriter,
  why: string,
  signal: AbortSignal,
  told: SequencerTold,
): Promise<void> => {
  let reason = why;
  while (!signal.aborted) {
    const from = changesFrom(writer.state);
    if (from) {
      reason = await followChanges(writer, from, signal, told.moved);
      await writer.resumeAt({ time: null });
    } else {
      await completeLog(writer, reason, signal);
      told.completed(writer.state, reason);
      told.moved(writer.state, []);
    }
  }
};
