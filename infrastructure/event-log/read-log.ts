import type { Filter, FindCursor } from 'mongodb';
import type { Instant } from '@/domain/shared/time';
import type { LogEntry } from './log-documents';
import { logState, type EventLog } from './open-log';

/** Which entries are wanted: all of the given must be so. */
export type LogFilter = {
  readonly streamTypes?: readonly string[];
  readonly eventTypes?: readonly string[];
  readonly actorId?: string;
  readonly correlationId?: string;
  /** Recorded at or after, and before. */
  readonly recordedFrom?: Instant;
  readonly recordedTo?: Instant;
};

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
        'it was lost and rebuilt, so begin from the start',
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

/** Reads some entries. Without a log there are none. Throws a RangeError for a limit below 1. */
export const readLog = async (
  log: EventLog,
  filter: LogFilter,
  range: LogRange,
): Promise<LogPage> => {
  if (!(range.limit >= 1)) throw new RangeError(`limit must be at least 1, not ${range.limit}`);
  const state = await logState(log);
  const head = state?.position ?? 0;
  const entries = await find(log, filter, range, head).limit(range.limit).toArray();
  return { generation: state?.generation ?? '', head, entries };
};

/**
 * All entries after a place, up to the current end, one after another in bounded memory.
 * Throws OtherGeneration for a place in a log that was rebuilt since.
 */
export async function* replayLog(
  log: EventLog,
  filter: LogFilter,
  from: LogCursor,
): AsyncGenerator<LogEntry> {
  const state = await logState(log);
  if (state?.generation !== from.generation) {
    throw new OtherGeneration(from.generation, state?.generation);
  }
  const range = { after: from.position, direction: 'forwards' } as const;
  yield* find(log, filter, range, state.position).batchSize(batch);
}

const batch = 1000;

// Up to the head as it was read: MongoDB's readers of a majority may be behind one another.
const find = (
  { entries }: EventLog,
  filter: LogFilter,
  { after = 0, before = Number.MAX_SAFE_INTEGER, direction }: Omit<LogRange, 'limit'>,
  head: number,
): FindCursor<LogEntry> =>
  entries
    .find(filterOf(filter, after, Math.min(before, head + 1)), { readConcern: 'majority' })
    .sort({ _id: direction === 'forwards' ? 1 : -1 });

/** The filter of MongoDB; what it compares are parsed primitives. */
const filterOf = (filter: LogFilter, after: number, before: number): Filter<LogEntry> => {
  const { streamTypes, eventTypes, actorId, correlationId, recordedFrom, recordedTo } = filter;
  return {
    _id: { $gt: after, $lt: before },
    ...(streamTypes && { streamType: { $in: [...streamTypes] } }),
    ...(eventTypes && { 'event.type': { $in: [...eventTypes] } }),
    ...(actorId !== undefined && { 'event.metadata.actor.id': actorId }),
    ...(correlationId !== undefined && { 'event.metadata.correlationId': correlationId }),
    ...((recordedFrom ?? recordedTo) && {
      'event.metadata.recordedAt': {
        ...(recordedFrom && { $gte: recordedFrom }),
        ...(recordedTo && { $lt: recordedTo }),
      },
    }),
  };
};
