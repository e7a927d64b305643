import { v5 as uuidv5 } from 'uuid';
import type { Append, Command } from '@/domain/shared/command';
import type { DomainEvent, EventMetadata, Recorded } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import type { CommandContext } from './job';
import { plainJson } from './plain-json';
import type { StateProjection } from './state-projection';
import { streamNameOf } from './stream-document';

/** What all events of one atomic write share. */
export type Commit = {
  readonly command: Command;
  readonly context: CommandContext;
  readonly recordedAt: Instant;
  readonly at: number;
};

/** Namespace of Roomlog's message ids, a random UUID that never changes. */
const messageIds = '4c6f1b0a-53f0-4c0e-9d3e-6d1f3a1d7c55';

/**
 * Turns the decided events of one command into recorded ones: plain JSON data and the metadata no
 * caller can set. `positionOf` gives the position a stream stood at before.
 * Throws a TypeError for data that is not plain JSON or an event its stream does not hold.
 */
export const recordedEvents = (
  commit: Commit,
  appends: readonly Append[],
  positionOf: (streamName: string) => number,
  projectionOf: (streamType: string) => StateProjection,
): readonly (readonly [streamName: string, event: Recorded])[] => {
  const size = appends.reduce((sum, { events }) => sum + events.length, 0);
  const positions = new Map<string, number>();
  const recorded: (readonly [string, Recorded])[] = [];
  for (const { stream, events } of appends) {
    const streamName = streamNameOf(stream);
    const { versionOf } = projectionOf(stream.type);
    for (const event of events) {
      const streamPosition = (positions.get(streamName) ?? positionOf(streamName)) + 1;
      positions.set(streamName, streamPosition);
      const place = { streamName, streamPosition, index: recorded.length, size };
      const metadata = metadataOf(commit, place, versionOf(event.type));
      recorded.push([streamName, recordedEvent(event, metadata)]);
    }
  }
  return recorded;
};

type Place = {
  readonly streamName: string;
  readonly streamPosition: number;
  readonly index: number;
  readonly size: number;
};

const metadataOf = (commit: Commit, place: Place, schemaVersion: number): EventMetadata => {
  const { commandId } = commit.command;
  return {
    messageId: uuidv5(`${commandId}/${place.streamName}/${place.index}`, messageIds),
    streamName: place.streamName,
    streamPosition: place.streamPosition,
    recordedAt: commit.recordedAt,
    actor: { id: commit.context.actor.id, role: commit.context.actor.role },
    correlationId: commit.context.correlationId ?? commandId,
    causationId: commandId,
    schemaVersion,
    commit: { id: commandId, at: commit.at, index: place.index, size: place.size },
  };
};

const recordedEvent = (event: DomainEvent, metadata: EventMetadata): Recorded =>
  ({ type: event.type, data: plainJson(event.data), metadata }) as Recorded;
