import { Long } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import {
  rememberedCommands,
  type LastWrite,
  type StoredState,
  type StreamDocument,
} from './stream-document';
import type { StreamEntry } from './stream-entry';

/** The stream as it stood when it was decided on. */
export const asDecidedOn = (entry: StreamEntry) => ({
  streamName: entry.streamName,
  'metadata.streamPosition': entry.storedPosition,
});

/** The update that appends an entry's new events and stores what they fold to. */
export const growthOf = (entry: StreamEntry, write: LastWrite) => {
  const remembered = { $each: [...entry.newRemembered], $slice: -rememberedCommands };
  const state = {
    'metadata.streamPosition': Long.fromNumber(entry.position),
    'metadata.updatedAt': new Date(lastRecordedAt(entry)),
    'metadata.lastCommit': entry.lastCommit,
    'metadata.lastWrite': write,
    'metadata.lastHash': entry.lastHash,
    ...(entry.imported > entry.storedPosition && { 'metadata.imported': entry.imported }),
    'projections.state': storedState(entry.state),
  };
  const events = entry.newEvents.map(storedEvent);
  if (events.length > mostByPlace) {
    return { $push: { messages: { $each: events }, 'metadata.commands': remembered }, $set: state };
  }
  const places = events.map((event, i) => [`messages.${entry.storedPosition + i}`, event] as const);
  return {
    $push: { 'metadata.commands': remembered },
    $set: { ...Object.fromEntries(places), ...state },
  };
};

/**
 * Events are put at their place in the array, where the position is known: on a long stream a push
 * takes MongoDB two or three times as long. Each of them walks there, so many at once are pushed.
 */
const mostByPlace = 20;

/** The document of a stream that begins. */
export const newDocument = (entry: StreamEntry, write: LastWrite): StreamDocument => ({
  streamName: entry.streamName,
  messages: entry.newEvents.map(storedEvent),
  metadata: {
    streamId: entry.ref.id,
    streamType: entry.ref.type,
    streamPosition: Long.fromNumber(entry.position),
    createdAt: new Date(entry.newEvents[0]?.metadata.recordedAt ?? 0),
    updatedAt: new Date(lastRecordedAt(entry)),
    lastCommit: entry.lastCommit,
    lastWrite: write,
    ...(entry.lastHash !== null && { lastHash: entry.lastHash }),
    guards: 0,
    commands: entry.newRemembered.slice(-rememberedCommands),
    ...(entry.imported > 0 && { imported: entry.imported }),
  },
  projections: { state: storedState(entry.state) },
});

const lastRecordedAt = (entry: StreamEntry) => entry.newEvents.at(-1)?.metadata.recordedAt ?? 0;

/** An event as MongoDB holds it. Emmett keeps positions as 64-bit integers; so its store can read ours. */
export const storedEvent = (event: Recorded): Recorded =>
  ({
    ...event,
    metadata: { ...event.metadata, streamPosition: Long.fromNumber(event.metadata.streamPosition) },
  }) as unknown as Recorded;

/** A state as MongoDB holds it. Throws for a stream that folds to none. */
export const storedState = (state: StoredState | null): StoredState => {
  if (!state) throw new Error('A stream that grew has no state');
  const position = Long.fromNumber(Number(state._metadata.streamPosition));
  return { ...state, _metadata: { ...state._metadata, streamPosition: position } };
};
