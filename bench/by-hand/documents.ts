import { randomUUID } from 'node:crypto';
import { Long } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import type { StreamDocument } from '@/infrastructure/event-store/stream-document';
import { member, type Booking } from '../booking-plan';

/** Where an event goes: its stream, its position there, its place among the events of one booking. */
type Place = {
  readonly streamName: string;
  readonly position: number;
  readonly index: number;
};

/** An event with the same metadata as ours. */
export const eventOf = (
  { command }: Booking,
  recordedAt: Instant,
  place: Place,
  event: { readonly type: string; readonly data: object },
): Recorded =>
  ({
    ...event,
    metadata: {
      messageId: randomUUID(),
      streamName: place.streamName,
      streamPosition: Long.fromNumber(place.position),
      recordedAt,
      actor: member,
      correlationId: command.commandId,
      causationId: command.commandId,
      schemaVersion: 1,
      commit: {
        id: command.commandId,
        at: Date.parse(recordedAt) * 1000,
        index: place.index,
        size: 2,
      },
    },
  }) as unknown as Recorded;

/** The document of a stream that begins, with the same fields as ours. */
export const documentOf = (
  streamType: string,
  streamId: string,
  event: Recorded,
  state: object,
  commands: readonly object[],
): StreamDocument => {
  const now = new Date(event.metadata.recordedAt);
  return {
    streamName: `${streamType}:${streamId}`,
    messages: [event],
    metadata: {
      streamId,
      streamType,
      streamPosition: Long.fromNumber(1),
      createdAt: now,
      updatedAt: now,
      lastCommit: event.metadata.commit.at,
      guards: 0,
      commands,
    },
    projections: { state: storedState(streamId, 1, state) },
  } as unknown as StreamDocument;
};

/** The update that appends an event and stores the state after it, with the same fields as ours. */
export const growthOf = (streamId: string, event: Recorded, position: number, state: object) => ({
  $push: { messages: event },
  $set: {
    'metadata.streamPosition': Long.fromNumber(position),
    'metadata.updatedAt': new Date(event.metadata.recordedAt),
    'metadata.lastCommit': event.metadata.commit.at,
    'projections.state': storedState(streamId, position, state),
  },
});

const storedState = (streamId: string, position: number, state: object) => ({
  ...state,
  _metadata: {
    streamId,
    name: 'state',
    schemaVersion: 1,
    streamPosition: Long.fromNumber(position),
  },
});
