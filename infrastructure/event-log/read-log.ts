import { findEntries, type LogFilter } from './find-entries';
import type { LogEntry } from './log-documents';
import { logState, type EventLog } from './open-log';

/** A stretch of the log: positions after `after` (or before `before`), at most `limit` of them. */
export type LogRange = {
  readonly after?: number;
  readonly before?: number;
  readonly direction: 'forwards' | 'backwards';
  readonly limit: number;
};

/** A place in the log that someone keeps: positions mean something in their generation only. */
export type LogCursor = { readonly generation: string; readonly position: number };

/** Thrown for a place in a log that was lost and rebuilt since: its positions mean other events now. */
class OtherGeneration extends Error {
  constructor(wanted: string, current: string | undefined) {
    super(
      `Position of log generation ${wanted}, but the log is ${current ?? 'not there'}: ` +
        'it was rebuilt or restored, so begin from the start',
    );
    this.name = 'OtherGeneration';
  }
}

/** Entries in order of their positions, and where the log stood when they were read. */
export type LogPage = {
  readonly generation: string;
  readonly head: number;
  readonly entries: readonly LogEntry[];
};

/**
 * Reads some entries, at one moment with where the log stands. Without a log there are none.
 * Throws a RangeError for a limit that is no whole number from 1 on.
 *
 * @example readLog(log, { actorId }, { before: 500, direction: 'backwards', limit: 50 })
 */
export const readLog = async (
  log: EventLog,
  filter: LogFilter,
  { after = 0, before = Number.MAX_SAFE_INTEGER, direction, limit }: LogRange,
): Promise<LogPage> => {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new RangeError(`limit must be a whole number from 1 on, not ${limit}`);
  }
  return log.client.withSession({ snapshot: true }, async (session) => {
    const state = await log.states.findOne({ _id: 'log' }, { session });
    if (!state) return { generation: '', head: 0, entries: [] };
    const found = await findEntries(log, state, filter, { after, before }, direction, { session });
    const entries = await found.limit(limit).toArray();
    return { generation: state.generation, head: state.position, entries };
  });
};

/**
 * All entries after a place, up to the current end, one after another in bounded memory.
 * Throws OtherGeneration for a place in a log that was rebuilt since, also while it is read.
 */
export async function* replayLog(
  log: EventLog,
  filter: LogFilter,
  { generation, position: after }: LogCursor,
): AsyncGenerator<LogEntry> {
  const state = await stateIn(log, generation);
  // Up to the head as it was read: MongoDB's readers of a majority may be behind one another.
  const between = { after, before: state.position + 1 };
  const readConcern = 'majority' as const;
  const found = await findEntries(log, state, filter, between, 'forwards', { readConcern });
  yield* found.batchSize(batch);
  await stateIn(log, generation);
}

const batch = 1000;

const stateIn = async (log: EventLog, generation: string) => {
  const state = await logState(log);
  if (state?.generation === generation) return state;
  throw new OtherGeneration(generation, state?.generation);
};
