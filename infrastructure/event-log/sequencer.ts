import { MongoError, type ChangeStream, type Document } from 'mongodb';
import type { Held } from '../lease';
import { appendEntries, HoleInLog, saveResume, type Resume } from './append-entries';
import { claimLog, completeLog } from './complete-log';
import { Inbox } from './inbox';
import type { LogState } from './log-documents';
import type { EventLog } from './open-log';
import {
  noChange,
  readChange,
  StreamsChangedFromOutside,
  watchStreams,
  type Change,
  type ChangesFrom,
  type StreamChange,
} from './stream-changes';
import { TornWrite, WholeWrites } from './whole-writes';

/** What a sequencer tells about its work. */
export type SequencerTold = {
  /** The log grew, or where it stands was read at the beginning. */
  readonly standing: (state: LogState) => void;
  /** The log had to be completed from the streams. */
  readonly completed: (state: LogState, reason: string) => void;
};

/** Changes that may wait; MongoDB is not asked for more before some are written. */
const mostWaiting = 2000;
/** Without a new event the place to resume at is saved this often: the oplog moves on all the same. */
const saveEveryMs = 10_000;

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
  const over = () => signal.aborted;
  let state = await claimLog(log, fence);
  told.standing(state);
  let reason = state.position === 0 ? 'the log was empty' : 'it was not finished the last time';
  while (!over()) {
    let from = changesFrom(state);
    if (!from) {
      state = await completeLog(log, state, reason, signal);
      told.completed(state, reason);
      told.standing(state);
      from = changesFrom(state);
    }
    if (!from) throw new Error('A log that was completed does not know where to go on');
    try {
      for await (const moved of follow(log, state, from, signal)) told.standing((state = moved));
    } catch (error) {
      if (over()) return;
      const why = cannotFollow(error);
      if (why === undefined) throw error;
      reason = why;
      state = { ...state, resumeToken: null, resumeTime: null };
    }
  }
};

const changesFrom = ({ resumeToken, resumeTime }: LogState): ChangesFrom | undefined => {
  if (resumeToken) return { token: resumeToken };
  return resumeTime ? { time: resumeTime } : undefined;
};

/** Appends what comes until the signal; gives the state after each step. */
async function* follow(
  log: EventLog,
  begin: LogState,
  from: ChangesFrom,
  signal: AbortSignal,
): AsyncGenerator<LogState> {
  const changes = watchStreams(log, from);
  const inbox = new Inbox<StreamChange>(mostWaiting);
  const closing = () => void changes.close().catch(() => undefined);
  signal.addEventListener('abort', closing);
  const reading = readInto(inbox, changes, signal);
  const writes = new WholeWrites();
  let state = begin;
  let savedAt = performance.now();
  try {
    while (!signal.aborted) {
      const whole = (await inbox.take(saveEveryMs)).flatMap((change) => writes.take(change) ?? []);
      const newest = whole.at(-1);
      if (!newest) continue;
      const events = whole.flatMap((write) => write.events);
      const resume: Resume = { token: newest.token };
      if (events.length > 0) {
        state = await appendEntries(log, state, events, resume);
        yield state;
      } else if (performance.now() - savedAt > saveEveryMs) await saveResume(log, state, resume);
      else continue;
      savedAt = performance.now();
    }
  } finally {
    signal.removeEventListener('abort', closing);
    closing();
    await reading;
  }
}

const readInto = async (
  inbox: Inbox<StreamChange>,
  changes: ChangeStream<Document, Change>,
  signal: AbortSignal,
) => {
  try {
    while (!signal.aborted) {
      const change = await changes.tryNext();
      // Without a change the token moves on too; it takes its turn behind the changes before it.
      await inbox.put(change ? readChange(change) : noChange(changes.resumeToken));
    }
    inbox.end(new Error('The sequencer was stopped'));
  } catch (error) {
    inbox.end(error);
  }
};

/** MongoDB no longer has the oplog entry to resume at, or cannot hand out a change at all. */
const codesOfTheLost = new Set<unknown>([286, 280, 260, 10334]);

/** Why the change stream is of no more use, for those who look after the app; undefined if it is. */
const cannotFollow = (error: unknown): string | undefined => {
  if (error instanceof TornWrite || error instanceof HoleInLog) return error.message;
  if (error instanceof StreamsChangedFromOutside) return error.message;
  if (!(error instanceof MongoError) || !codesOfTheLost.has(error.code)) return undefined;
  return `the change stream cannot be resumed: ${error.message}`;
};
