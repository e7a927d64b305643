import { MongoError, type ChangeStream, type Document } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import { Inbox } from './inbox';
import type { LogState } from './log-documents';
import { HoleInLog, LoggedBefore, type LogWriter } from './log-writer';
import {
  LogChangedFromOutside,
  noChange,
  readChange,
  StreamsChangedFromOutside,
  watchStreams,
  type Change,
  type ChangesFrom,
  type StreamChange,
} from './stream-changes';
import { joined, TornWrite, WholeWrites } from './whole-writes';

/** How long MongoDB waits for changes before it answers that there are none. */
const awaitMs = 1000;
/** Changes that may wait; MongoDB is not asked for more before some are written. */
const mostWaiting = 2000;
/** Events of one transaction: a server ends those that take longer than a few seconds. */
const enoughAtOnce = 1000;
/** Without a new event the place to resume at is saved this often: the oplog moves on all the same. */
const saveEveryMs = 10_000;

/**
 * Appends what the change stream tells until it is of no more use; gives the reason then. With the
 * signal it throws, as with any error of the database.
 *
 * @param moved is told where the log stands after each append, and what was appended
 */
export const followChanges = async (
  writer: LogWriter,
  from: ChangesFrom,
  signal: AbortSignal,
  moved: (state: LogState, events: readonly Recorded[]) => void,
): Promise<string> => {
  const changes = watchStreams(writer.log, from, awaitMs);
  const inbox = new Inbox<StreamChange>(mostWaiting);
  const closing = () => void changes.close().catch(() => undefined);
  signal.addEventListener('abort', closing);
  const reading = readInto(inbox, changes, signal);
  try {
    return await appendFrom(inbox, writer, signal, moved);
  } finally {
    signal.removeEventListener('abort', closing);
    closing();
    // Otherwise it would wait for ever for room in the inbox.
    inbox.end(new Error('Nobody takes changes any more'));
    await reading;
  }
};

const appendFrom = async (
  inbox: Inbox<StreamChange>,
  writer: LogWriter,
  signal: AbortSignal,
  moved: (state: LogState, events: readonly Recorded[]) => void,
): Promise<string> => {
  const writes = new WholeWrites();
  let savedAt = performance.now();
  try {
    for (;;) {
      const whole = (await inbox.take(saveEveryMs)).flatMap((change) => writes.take(change) ?? []);
      for (const { events, token } of joined(whole, enoughAtOnce)) {
        signal.throwIfAborted();
        if (events.length > 0) {
          const appended = await writer.append(events, { token });
          moved(writer.state, appended);
        } else if (performance.now() - savedAt > saveEveryMs) await writer.resumeAt({ token });
        else continue;
        savedAt = performance.now();
      }
    }
  } catch (error) {
    // Whoever claims the log next looks at it; from the old place this change would come again.
    if (error instanceof LogChangedFromOutside) await writer.resumeAt({ time: null });
    const why = cannotFollow(error);
    if (why === undefined) throw error;
    return why;
  }
};

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

const lostTrack = [TornWrite, HoleInLog, LoggedBefore, StreamsChangedFromOutside];
/** MongoDB no longer has the oplog entry to resume at, or cannot hand out a change at all. */
const codesOfTheLost = new Set<unknown>([286, 280, 260, 10334]);

/** Why the change stream is of no more use, for those who look after the app; undefined if it is. */
const cannotFollow = (error: unknown): string | undefined => {
  if (error instanceof Error && lostTrack.some((kind) => error instanceof kind)) {
    return error.message;
  }
  if (!(error instanceof MongoError) || !codesOfTheLost.has(error.code)) return undefined;
  return `the change stream cannot be resumed: ${error.message}`;
};
