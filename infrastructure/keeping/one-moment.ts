import { MongoServerError, type Timestamp } from 'mongodb';
import { snapshotTime } from '../event-log/missing-events';
import type { EventLog } from '../event-log/open-log';
import { SetupProblem } from '../setup-problem';

const snapshotTooOld = 239;
const snapshotUnavailable = 246;

/** How long MongoDB keeps the past of its data for those who read it, in seconds. */
const historyParameter = 'minSnapshotHistoryWindowInSeconds';

/**
 * Reads at one moment, now, while others go on writing; see `readAt`. Throws SetupProblem when it
 * takes longer than MongoDB keeps its past, and when collections or indexes are made meanwhile;
 * nothing was read then that counts.
 *
 * @param historySeconds lets the server keep that much of its past meanwhile; as it is when undefined
 */
export const atOneMoment = async <Result>(
  log: EventLog,
  historySeconds: number | undefined,
  work: (at: Timestamp) => Promise<Result>,
): Promise<Result> => {
  const before = await setHistory(log, historySeconds);
  try {
    return await work(await snapshotTime(log));
  } catch (error) {
    throw explained(error) ?? error;
  } finally {
    await setHistory(log, before);
  }
};

/** Sets how much past is kept; gives what it was, undefined when nothing was changed. */
const setHistory = async ({ client }: EventLog, seconds: number | undefined) => {
  if (seconds === undefined) return undefined;
  const answer = await client.db('admin').command({ setParameter: 1, [historyParameter]: seconds });
  return Number(answer.was);
};

const explained = (error: unknown): SetupProblem | undefined => {
  if (!(error instanceof MongoServerError)) return undefined;
  if (error.code === snapshotTooOld) {
    return new SetupProblem(
      `It took longer than MongoDB keeps the past of its data (${historyParameter}, 300 s unless ` +
        'set otherwise). Begin again with more, for example an hour: --history 3600.',
    );
  }
  if (error.code === snapshotUnavailable) {
    return new SetupProblem(
      'Collections or indexes were made meanwhile, as the app does when it starts. Begin again.',
    );
  }
  return undefined;
};
