import { Long, type AnyBulkWriteOperation, type ClientSession, type Collection } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import { PositionMoved } from './conflicts';
import type { Group } from './group';
import { rangeFilter } from './load';
import { rememberedCommands, type StoredState, type StreamDocument } from './stream-document';
import type { StreamEntry } from './stream-entry';

type Write = AnyBulkWriteOperation<StreamDocument>;
type Writes = { readonly operations: Write[]; expected: number };

/**
 * Writes all that a group decided: one bulk per collection, inside the transaction of its loads.
 * Each append is filtered on the position it was decided on. Throws PositionMoved when a stream is
 * no longer there.
 */
export const appendGroup = async (group: Group, session: ClientSession): Promise<void> => {
  const writes = writesOf(group);
  for (const [collection, { operations, expected }] of writes) {
    const result = await collection.bulkWrite(operations, { session, ordered: true });
    if (result.matchedCount + result.insertedCount !== expected) {
      throw new PositionMoved(collection.namespace);
    }
  }
};

const writesOf = (group: Group): ReadonlyMap<Collection<StreamDocument>, Writes> => {
  const { storage } = group.overlay.from;
  const writes = new Map<Collection<StreamDocument>, Writes>();
  const add = (streamType: string, operation: Write, expected = 1) => {
    const collection = storage.collectionOf(streamType);
    const ours = writes.get(collection) ?? { operations: [], expected: 0 };
    ours.operations.push(operation);
    ours.expected += expected;
    writes.set(collection, ours);
  };
  for (const entry of group.overlay.entries) {
    if (entry.newEvents.length > 0) add(entry.ref.type, growth(entry));
  }
  for (const ref of group.guarded) {
    const entry = group.overlay.entry(ref);
    if (entry.newEvents.length === 0) add(ref.type, guarding(entry));
  }
  for (const range of group.guardedRanges) {
    const existing = group.overlay.inRange(range).length;
    add(range.type, { updateMany: { filter: rangeFilter(range), update: counted } }, existing);
  }
  return writes;
};

const counted = { $inc: { 'metadata.guards': 1 } };

const guarding = (entry: StreamEntry): Write => ({
  updateOne: { filter: standingAt(entry), update: counted },
});

const growth = (entry: StreamEntry): Write =>
  entry.storedPosition === 0
    ? { insertOne: { document: newDocument(entry) } }
    : { updateOne: { filter: standingAt(entry), update: growthOf(entry) } };

/** The stream as it stood when it was decided on. */
export const standingAt = (entry: StreamEntry) => ({
  streamName: entry.streamName,
  'metadata.streamPosition': entry.storedPosition,
});

/** The update that appends an entry's new events and stores what they fold to. */
export const growthOf = (entry: StreamEntry) => ({
  $push: {
    messages: { $each: entry.newEvents.map(stored) },
    'metadata.commands': { $each: [...entry.newRemembered], $slice: -rememberedCommands },
  },
  $set: {
    'metadata.streamPosition': Long.fromNumber(entry.position),
    'metadata.updatedAt': new Date(lastRecordedAt(entry)),
    'metadata.lastCommit': entry.lastCommit,
    'projections.state': storedState(entry.state),
  },
});

/** The document of a stream that begins. */
export const newDocument = (entry: StreamEntry): StreamDocument => {
  const recordedAt = new Date(lastRecordedAt(entry));
  return {
    streamName: entry.streamName,
    messages: entry.newEvents.map(stored),
    metadata: {
      streamId: entry.ref.id,
      streamType: entry.ref.type,
      streamPosition: Long.fromNumber(entry.position),
      createdAt: recordedAt,
      updatedAt: recordedAt,
      lastCommit: entry.lastCommit,
      guards: 0,
      commands: entry.newRemembered.slice(-rememberedCommands),
    },
    projections: { state: storedState(entry.state) },
  };
};

const lastRecordedAt = (entry: StreamEntry) => entry.newEvents.at(-1)?.metadata.recordedAt ?? 0;

// Emmett keeps positions as 64-bit integers; so its own store can read our documents.
const stored = (event: Recorded): Recorded =>
  ({
    ...event,
    metadata: { ...event.metadata, streamPosition: Long.fromNumber(event.metadata.streamPosition) },
  }) as unknown as Recorded;

const storedState = (state: StoredState | null): StoredState => {
  if (!state) throw new Error('A stream that grew has no state');
  const position = Long.fromNumber(Number(state._metadata.streamPosition));
  return { ...state, _metadata: { ...state._metadata, streamPosition: position } };
};
