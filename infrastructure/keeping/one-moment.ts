import { MongoServerError, type Timestamp } from 'mongodb';
import { snapshotTime } from '../event-log/missing-events';
import type { EventLog } from '../event-log/open-log';
import { clockOf } from '../mongodb/read-at';
import { SetupProblem } from '../setup-problem';
import { historyByHand, historyOf, historyParameter, setHistory } from './history';
import type { Say } from './progress';
import { isLost } from './read-on';
import { placesIn, storeIdentity } from './store-identity';
import type { Note, Unfinished } from './unfinished';

const snapshotTooOld = 239;
const snapshotUnavailable = 246;

/** Something that is read at one moment, and may be broken off and gone on with. */
export type Reading<Done> = {
  /** Says how far it is, to whoever goes on with it. */
  readonly note: Note<Done>;
  readonly nothingDone: Done;
  /** Whether what a note says was done is there, and is what is wanted now. */
  readonly isThere: (done: Done) => Promise<boolean>;
  /** How much of its past the server should keep meanwhile, in seconds; as it is when undefined. */
  readonly historySeconds: number | undefined;
  readonly say: Say;
};

/** The moment to read at, and what was done at it before. */
export type Moment<Done> = {
  readonly at: Timestamp;
  readonly done: Done;
  /** Notes how far it is, through to the disk. */
  readonly noted: (done: Done) => Promise<void>;
};

/**
 * Reads at one moment while others go on writing; see `readAt`. At the moment a note names, as long as
 * MongoDB can read it and what was done is there; else at a new one, and says so. The note stays, to
 * be removed when all is in its place.
 *
 * How much past the server keeps is set back at the end; broken off, it stays for who goes on.
 *
 * Throws SetupProblem when it takes longer than MongoDB keeps its past, and when collections or
 * indexes are made meanwhile; nothing was read then that counts.
 */
export const atOneMoment = async <Done, Result>(
  log: EventLog,
  reading: Reading<Done>,
  work: (moment: Moment<Done>) => Promise<Result>,
): Promise<Result> => {
  const { note, say } = reading;
  const { done, ...begun } = await begin(log, reading);
  const { at, historyBefore } = begun;
  const putBack = async () => {
    if (historyBefore !== null) await setHistory(log, historyBefore);
  };
  try {
    const result = await work({ at, done, noted: (its) => note.write({ ...begun, done: its }) });
    await putBack();
    return result;
  } catch (error) {
    const reason = goneBecause(error);
    if (reason) {
      await putBack();
      await note.remove();
      throw new SetupProblem(reason);
    }
    if (historyBefore !== null) say(historyByHand(historyBefore));
    throw error;
  }
};

/** Goes on where a note says it was, or begins; what is to be known then is noted before it is done. */
const begin = async <Done>(log: EventLog, reading: Reading<Done>): Promise<Unfinished<Done>> => {
  const { note, nothingDone, historySeconds, say } = reading;
  const store = await storeIdentity(log);
  const left = await note.read();
  const ofThis = left?.store === store ? left : undefined;
  const historyBefore =
    ofThis?.historyBefore ?? (historySeconds === undefined ? null : await historyOf(log));
  const held = async (at: Timestamp, done: Done) => {
    const begun = { store, at, historyBefore, done };
    await note.write(begun);
    if (historySeconds !== undefined) await setHistory(log, historySeconds);
    return begun;
  };
  if (left) {
    const reason = await whyAnew(reading, left, store);
    if (!reason) {
      const begun = await held(left.at, left.done);
      if (await isReadable(log, left.at)) {
        say(`Goes on where it was broken off, as of ${timeOf(left.at)}.`);
        return begun;
      }
    }
    say(`Begins anew at another moment: ${reason ?? noLonger(left.at)}`);
  }
  return held(await snapshotTime(log), nothingDone);
};

const whyAnew = async <Done>(
  { isThere }: Reading<Done>,
  left: Unfinished<Done>,
  store: string,
): Promise<string | undefined> => {
  if (left.store !== store) {
    return 'what was broken off was of another store, or collections were made in it since.';
  }
  if (await isThere(left.done)) return undefined;
  return 'what was broken off is not there as it was left, or something else was asked for.';
};

const timeOf = (at: Timestamp) => clockOf(at).toISOString();

const noLonger = (at: Timestamp) =>
  `MongoDB can read that of ${timeOf(at)} no longer. It keeps its past for five minutes, or as long as ` +
  '--history says, and not when it is started anew.';

/** Whether MongoDB still has all of a store as it was at a moment. */
const isReadable = async (log: EventLog, at: Timestamp): Promise<boolean> => {
  try {
    for (const { dbName, collectionName: find } of placesIn(log)) {
      const readConcern = { level: 'snapshot', atClusterTime: at };
      await log.client.db(dbName).command({ find, limit: 1, readConcern });
    }
    return true;
  } catch (error) {
    if (isLost(error) || !(error instanceof MongoServerError)) throw error;
    return false;
  }
};

const goneBecause = (error: unknown): string | undefined => {
  if (!(error instanceof MongoServerError)) return undefined;
  if (error.code === snapshotTooOld) {
    return (
      `It took longer than MongoDB keeps the past of its data (${historyParameter}, 300 s unless ` +
      'set otherwise). Begin again with more, for example an hour: --history 3600.'
    );
  }
  if (error.code === snapshotUnavailable) {
    return 'Collections or indexes were made meanwhile, as the app does when it starts. Begin again.';
  }
  return undefined;
};
