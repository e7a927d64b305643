import type { ClientSession, MongoClient } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import { failureOf, OutcomeUnknown } from './conflicts';

const transactionOptions = {
  readConcern: { level: 'snapshot' },
  readPreference: 'primary',
  writeConcern: { w: 'majority', journal: true },
  maxCommitTimeMS: 5000,
} as const;

/**
 * Runs `work` in one snapshot transaction and commits it, also when it only read: only that makes
 * sure that what was read is majority-committed. `deadline` is in the time of `performance.now()`.
 * Throws what `work` or the commit throws, after aborting; OutcomeUnknown when the commit's answer
 * stayed unknown until the deadline, or it was unknown and the commit could not be asked again.
 */
export const inSnapshot = async <Result>(
  client: MongoClient,
  deadline: number,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> => {
  const session = client.startSession();
  try {
    session.startTransaction(transactionOptions);
    const result = await work(session);
    await commit(session, deadline);
    return result;
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    throw error;
  } finally {
    await session.endSession();
  }
};

const commit = async (session: ClientSession, deadline: number): Promise<void> => {
  let inDoubt = false;
  for (let tries = 0; ; tries += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      const failure = failureOf(error);
      if (inDoubt && failure === 'fatal') throw new OutcomeUnknown({ cause: error });
      if (failure !== 'unknown-commit') throw error;
      if (performance.now() > deadline) throw new OutcomeUnknown({ cause: error });
      inDoubt = true;
      await pause(jitter(tries));
    }
  }
};

const shortestPause = 4;
const longestPause = 250;

/** Milliseconds to wait before try number `tries` + 2: full jitter under a growing bound. */
export const jitter = (tries: number) =>
  Math.random() * Math.min(longestPause, shortestPause * 2 ** Math.min(tries, 10));
