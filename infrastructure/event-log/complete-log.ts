import { Timestamp } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { appendEntries, NoLongerSequencer, saveResume } from './append-entries';
import type { LogState, Recovery } from './log-documents';
import { missingEvents, snapshotTime } from './missing-events';
import { logState, type EventLog } from './open-log';

const keptRecoveries = 10;

/**
 * Makes the log ours to write: from here on nobody with a lower fencing token writes to it. A log
 * that is not there, or whose entries are not those its state tells of, is begun anew as another
 * generation: positions that were given before mean nothing in it.
 *
 * Throws NoLongerSequencer when somebody with a higher token was here.
 */
export const claimLog = async (log: EventLog, fence: number): Promise<LogState> => {
  const known = await logState(log);
  if (!known) return beginAnew(log, fence, []);
  const result = await log.states.findOneAndUpdate(
    { _id: 'log', fence: { $lt: fence } },
    { $set: { fence } },
    { returnDocument: 'after', writeConcern: { w: 'majority' } },
  );
  if (!result) throw new NoLongerSequencer();
  return (await entriesMatch(log, result)) ? result : beginAnew(log, fence, result.recoveries);
};

const entriesMatch = async ({ entries }: EventLog, state: LogState): Promise<boolean> => {
  const [newest] = await entries.find().sort({ _id: -1 }).limit(1).toArray();
  const count = await entries.estimatedDocumentCount();
  if (state.position === 0) return newest === undefined;
  return newest?._id === state.position && newest.hash === state.headHash && count > 0;
};

const beginAnew = async (
  { entries, states }: EventLog,
  fence: number,
  recoveries: readonly Recovery[],
): Promise<LogState> => {
  await entries.deleteMany({});
  const state: LogState = {
    _id: 'log',
    generation: uuidv7(),
    position: 0,
    headHash: null,
    resumeToken: null,
    resumeTime: null,
    fence,
    recoveries,
  };
  await states.replaceOne({ _id: 'log' }, state, { upsert: true, writeConcern: { w: 'majority' } });
  return state;
};

/**
 * Completes the log from the stream documents: what it lacks at a moment is appended by commit stamp;
 * after that the change stream is followed from the next moment on. Broken off, it is begun again.
 *
 * @param reason why, for those who look after the app
 */
export const completeLog = async (
  log: EventLog,
  state: LogState,
  reason: string,
  signal: AbortSignal,
): Promise<LogState> => {
  await saveResume(log, state, { time: null });
  const at = await snapshotTime(log, log.db);
  let current: LogState = { ...state, resumeToken: null, resumeTime: null };
  for await (const events of missingEvents(log, at)) {
    signal.throwIfAborted();
    current = await appendEntries(log, current, events, { time: null });
  }
  const recovery = { at: new Date(), reason, entries: current.position - state.position };
  await log.states.updateOne(
    { _id: 'log', fence: state.fence },
    { $push: { recoveries: { $each: [recovery], $slice: -keptRecoveries } } },
  );
  const time = new Timestamp({ t: at.getHighBits() >>> 0, i: (at.getLowBits() >>> 0) + 1 });
  const recoveries = [...state.recoveries, recovery].slice(-keptRecoveries);
  return appendEntries(log, { ...current, recoveries }, [], { time });
};
