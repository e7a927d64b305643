import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import type { Append, Command } from '@/domain/shared/command';
import type { DomainEvent, EventMetadata, Recorded } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import type { CommandContext } from './job';
import { chained } from './hash-chain';
import { plainJson } from './plain-json';
import type { StateProjection } from './state-projection';
import { streamNameOf } from './stream-document';

/** What all events of one atomic write share; its id is minted here, as a sender may use one id twice. */
export type Commit = {
  readonly command: Command;
  readonly context: CommandContext;
  readonly recordedAt: Instant;
  readonly at: number;
};

/**
 * Namespace of Roomlog's message ids, a random UUID that never changes. An id is made of the command,
 * the stream and the position in it: a command that comes again when it is forgotten gives others.
 */
const messageIds = '4c6f1b0a-53f0-4c0e-9d3e-6d1f3a1d7c55';

/**
 * Turns the decided events of one command into recorded ones: plain JSON data and the metadata no
 * caller can set, each linked to the one before it in its stream. `endOf` tells where a stream
 * ended before.
 * Throws a TypeError for data that is not plain JSON or an event its stream does not hold.
 */
export const recordedEvents = (
  commit: Commit,
  appends: readonly Append[],
  endOf: (streamName: string) => StreamEnd,
  projectionOf: (streamType: string) => StateProjection,
): readonly (readonly [streamName: string, event: Recorded])[] => {
  const id = uuidv7();
  const size = appends.reduce((sum, { events }) => sum + events.length, 0);
  const ends = new Map<string, StreamEnd>();
  const recorded: (readonly [string, Recorded])[] = [];
  for (const { stream, events } of appends) {
    const streamName = streamNameOf(stream);
    const { versionOf } = projectionOf(stream.type);
    for (const event of events) {
      const before = ends.get(streamName) ?? endOf(streamName);
      const streamPosition = before.position + 1;
      const place = { streamName, streamPosition, id, index: recorded.length, size };
      const metadata = metadataOf(commit, place, versionOf(event.type));
      const link = chained(recordedEvent(event, metadata), before.lastHash);
      ends.set(streamName, { position: streamPosition, lastHash: link.metadata.hash ?? null });
      recorded.push([streamName, link]);
    }
  }
  return recorded;
};

/** Where a stream ends: the position and the hash of its newest event. */
export type StreamEnd = { readonly position: number; readonly lastHash: string | null };

type Place = {
  readonly streamName: string;
  readonly streamPosition: number;
  /** Of the atomic write. */
  readonly id: string;
  readonly index: number;
  readonly size: number;
};

const metadataOf = (commit: Commit, place: Place, schemaVersion: number): EventMetadata => {
  const { commandId } = commit.command;
  return {
    messageId: uuidv5(`${commandId}/${place.streamName}/${place.streamPosition}`, messageIds),
    streamName: place.streamName,
    streamPosition: place.streamPosition,
    recordedAt: commit.recordedAt,
    actor: { id: commit.context.actor.id, role: commit.context.actor.role },
    correlationId: commit.context.correlationId ?? commandId,
    causationId: commandId,
    schemaVersion,
    commit: { id: place.id, at: commit.at, index: place.index, size: place.size },
  };
};

const recordedEvent = (event: DomainEvent, metadata: EventMetadata): Recorded =>
  ({ type: event.type, data: plainJson(event.data), metadata }) as Recorded;
