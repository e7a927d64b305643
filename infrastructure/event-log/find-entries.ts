import type { Filter, FindCursor, FindOptions } from 'mongodb';
import type { Instant } from '@/domain/shared/time';
import { instantAt } from '../event-store/clock';
import type { LogEntry, LogState } from './log-documents';
import type { EventLog } from './open-log';

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

/** Positions between two others, both left out. */
export type Between = { readonly after: number; readonly before: number };

/** How entries are read: in a session that sees one moment, or what a majority has. */
export type Reading = Pick<FindOptions, 'session' | 'readConcern'>;

/**
 * Finds entries in order of their positions, each filter by an index of its own. Recorded times do
 * not follow the positions, so a span of time is first narrowed to the positions it lies between.
 */
export const findEntries = async (
  log: EventLog,
  state: LogState,
  filter: LogFilter,
  between: Between,
  direction: 'forwards' | 'backwards',
  reading: Reading,
): Promise<FindCursor<LogEntry>> => {
  const narrowed = await inTime(log, state, filter, between, reading);
  return log.entries
    .find(filterOf(filter, narrowed), reading)
    .sort({ _id: direction === 'forwards' ? 1 : -1 });
};

/**
 * The positions between which everything lies that was recorded in a span of time: from where the
 * time was first reached, up to where it was passed by as much as a recorded time ever lay behind.
 */
const inTime = async (
  { entries }: EventLog,
  { mostBehindMs }: LogState,
  { recordedFrom, recordedTo }: LogFilter,
  { after, before }: Between,
  reading: Reading,
): Promise<Between> => {
  const options = { ...reading, projection: { _id: 1 } };
  let [first, last] = [after + 1, before - 1];
  if (recordedFrom !== undefined) {
    const found = entries.find({ reached: { $gte: recordedFrom } }, options);
    const [reached] = await found.sort({ reached: 1, _id: 1 }).limit(1).toArray();
    first = Math.max(first, reached?._id ?? before);
  }
  if (recordedTo !== undefined) {
    const passed = instantAt(Date.parse(recordedTo) + mostBehindMs);
    const found = entries.find({ reached: { $lt: passed } }, options);
    const [reached] = await found.sort({ reached: -1, _id: -1 }).limit(1).toArray();
    last = Math.min(last, reached?._id ?? after);
  }
  return { after: first - 1, before: last + 1 };
};

/** The filter of MongoDB; what it compares are parsed primitives. */
const filterOf = (filter: LogFilter, { after, before }: Between): Filter<LogEntry> => {
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
