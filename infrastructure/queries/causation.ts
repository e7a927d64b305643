import type { Actor } from '@/domain/shared/actor';
import type { Instant } from '@/domain/shared/time';
import { background } from '../app-background';
import type { LogEntry } from '../event-log/log-documents';
import { readLog } from '../event-log/read-log';

/** An event by its places; what is in it stays in its stream. */
export type CausedEvent = {
  readonly position: number;
  readonly streamName: string;
  readonly streamPosition: number;
  readonly type: string;
};

/** One command, and the events it caused in the order they were decided. */
export type Cause = {
  /** The id of the command. */
  readonly causationId: string;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  readonly events: readonly CausedEvent[];
};

/** So many events are read at most. */
const mostEvents = 1000;

/**
 * Correlation and causation as a tree: the commands of one request, the first one first, each with its
 * events. Empty when nothing was recorded under this id, or it is not in the log yet.
 */
export const causesIn = async (correlationId: string): Promise<readonly Cause[]> => {
  const { log } = await background();
  const range = { direction: 'forwards', limit: mostEvents } as const;
  const { entries } = await readLog(log, { correlationId }, range);
  const causes = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const { causationId } = entry.event.metadata;
    causes.set(causationId, [...(causes.get(causationId) ?? []), entry]);
  }
  return [...causes].flatMap(([causationId, [first, ...others]]) =>
    first ? [causeOf(causationId, first, others)] : [],
  );
};

const causeOf = (causationId: string, first: LogEntry, others: readonly LogEntry[]): Cause => {
  const { actor, recordedAt } = first.event.metadata;
  return { causationId, actor, recordedAt, events: [first, ...others].map(placesOf) };
};

const placesOf = ({ _id: position, event: { type, metadata } }: LogEntry): CausedEvent => {
  const { streamName, streamPosition } = metadata;
  return { position, streamName, streamPosition, type };
};
