import { behindBreak } from './behind-break';
import { Breaks, type BreaksOfKind } from './breaks';
import { checkCheckpoints, type CheckpointCounts } from './check-checkpoints';
import { checkKeys, SealedTexts, type TextCounts } from './check-keys';
import { checkDays } from './check-days';
import { checkLog } from './check-log';
import { checkReservations } from './check-reservations';
import { checkStreams, type StreamCounts } from './check-streams';
import { compareLog, type Behind } from './compare-log';
import { keptPlaceBreak, logPlaceOf, type LogPlace } from './log-place';
import { logStateOf, momentOf, type ProofSource } from './source';

/** What was checked, and what does not hold. */
export type Proof = StreamCounts &
  TextCounts &
  CheckpointCounts & {
    /** The moment all of it is about. */
    readonly at: Date;
    readonly entries: number;
    /** Pieces held on the days, and reservations that stand. */
    readonly pieces: number;
    readonly reserved: number;
    /** Persons who have a key, or had one and were forgotten. */
    readonly persons: number;
    /** Where the log stood; undefined when there was nothing in it. */
    readonly head: LogPlace | undefined;
    readonly behind: Behind;
    readonly breaks: readonly BreaksOfKind[];
  };

/** The steps of a proof, in order. */
export type ProofStep = 'streams' | 'log' | 'log beside streams' | 'days' | 'reservations';

export type ProofOptions = {
  /** A place in the log that was kept elsewhere. */
  readonly kept: LogPlace | undefined;
  /** True for a copy that was restored without keys, or holds imported events: texts need not open. */
  readonly withoutKeys: boolean;
  /** How long a sequencer at work may take to bring what the log lacks. */
  readonly patienceMs: number;
  /** Is told after each document how many of a step were looked at. */
  readonly progress: (step: ProofStep, done: number) => void;
};

/**
 * Checks all that can be checked of a database, as it was at one moment; writers may go on meanwhile.
 * Every chain, every state, what is remembered of commands, the log beside the streams, what is held on
 * the days, the keys of persons, the checkpoints, and a place in the log that was kept elsewhere. What it keeps in memory does not grow with the store.
 */
export const prove = async (
  source: ProofSource,
  { kept, withoutKeys, patienceMs, progress }: ProofOptions,
): Promise<Proof> => {
  const breaks = new Breaks();
  const telling = (step: ProofStep) => (done: number) => {
    progress(step, done);
  };
  const state = await logStateOf(source);
  const texts = new SealedTexts(source, breaks, withoutKeys);
  const streams = await checkStreams(source, breaks, texts, telling('streams'));
  const textCounts = await texts.counts();
  const persons = await checkKeys(source, breaks);
  const { entries, hashAtKept } = await checkLog(source, state, kept, breaks, telling('log'));
  const behind = await compareLog(source, breaks, telling('log beside streams'));
  const late = await behindBreak(source.log, behind, patienceMs);
  const changed = kept && keptPlaceBreak(kept, state, hashAtKept);
  breaks.add([late, changed].filter((found) => found !== undefined));
  const pieces = await checkDays(source, breaks, telling('days'));
  const reserved = await checkReservations(source, breaks, telling('reservations'));
  const checkpoints = await checkCheckpoints(source, state, breaks);
  return {
    ...streams,
    ...textCounts,
    ...checkpoints,
    persons,
    at: momentOf(source),
    entries,
    pieces,
    reserved,
    head: logPlaceOf(state),
    behind,
    breaks: breaks.found,
  };
};
