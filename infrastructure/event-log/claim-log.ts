import { MongoServerError } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { inSnapshot } from '../event-store/transaction';
import type { LogState, Recovery } from './log-documents';
import { NoLongerSequencer } from './log-writer';
import { noEntries } from './next-entries';
import { makeLog, type EventLog } from './open-log';

/** A log that is ours to write, and why it is to be completed from the streams, should it have to be. */
export type Claimed = { readonly state: LogState; readonly reason: string };

const majority = { writeConcern: { w: 'majority' } } as const;

/**
 * Makes the log ours to write: from here on nobody with a lower fencing token writes to it. A log
 * that is not there, or whose entries are not those its state tells of, is begun anew as another
 * generation: positions that were given before mean nothing in it.
 *
 * Throws NoLongerSequencer when somebody with a higher token was here.
 */
export const claimLog = async (log: EventLog, fence: number): Promise<Claimed> => {
  // Whoever dropped a collection has dropped its indexes too.
  await makeLog(log);
  const known = await log.states.findOneAndUpdate(
    { _id: 'log', fence: { $lt: fence } },
    { $set: { fence } },
    { returnDocument: 'after', ...majority },
  );
  if (!known) {
    const state = begun(fence, []);
    await log.states.insertOne(state, majority).catch(lostToAnother);
    await empty(log, fence);
    return { state, reason: 'there was no log' };
  }
  const wrong = await wrongWith(log, known);
  if (!wrong) return { state: known, reason: 'it was not finished the last time' };
  const state = begun(fence, known.recoveries);
  const result = await log.states.replaceOne({ _id: 'log', fence }, state, majority);
  if (result.matchedCount === 0) throw new NoLongerSequencer();
  await empty(log, fence);
  return { state, reason: wrong };
};

/** Why the entries cannot be those the state tells of; undefined when they can. */
const wrongWith = async (
  { entries }: EventLog,
  { position, headHash }: LogState,
): Promise<string | undefined> => {
  const [newest] = await entries.find().sort({ _id: -1 }).limit(1).toArray();
  if ((newest?._id ?? 0) !== position || (newest?.hash ?? null) !== headHash) {
    return `the log ended at ${newest?._id ?? 0}, not at ${position} as it should`;
  }
  // The estimate costs nothing, but may be off after the database was killed.
  if ((await entries.estimatedDocumentCount()) === position) return undefined;
  const count = await entries.countDocuments();
  return count === position ? undefined : `the log held ${count} entries, not ${position}`;
};

const begun = (fence: number, recoveries: readonly Recovery[]): LogState => ({
  _id: 'log',
  generation: uuidv7(),
  ...noEntries,
  resumeToken: null,
  resumeTime: null,
  fence,
  recoveries,
});

const lostToAnother = (error: unknown) => {
  const duplicate = error instanceof MongoServerError && error.code === 11000;
  throw duplicate ? new NoLongerSequencer() : error;
};

const removedAtOnce = 5000;
const patienceMs = 10_000;

/**
 * Removes the entries of an earlier generation, some at a time, each time making sure that the log is
 * still ours: one that was frozen here and wakes up must not remove what another has written.
 */
const empty = async ({ client, states, entries }: EventLog, fence: number): Promise<void> => {
  for (let first = 1; first > 0;) {
    first = await inSnapshot(client, performance.now() + patienceMs, async (session) => {
      const mine = await states.findOne({ _id: 'log', fence, position: 0 }, { session });
      if (!mine) throw new NoLongerSequencer();
      const [oldest] = await entries.find({}, { session }).sort({ _id: 1 }).limit(1).toArray();
      if (!oldest) return 0;
      const next = oldest._id + removedAtOnce;
      await entries.deleteMany({ _id: { $lt: next } }, { session });
      return next;
    });
  }
};
