import { Long, type ClientSession, type Collection, type MongoClient } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import { PositionMoved } from './conflicts';
import type { Group } from './group';
import { rangeFilter } from './load';
import { rememberedCommands, type StoredState, type StreamDocument } from './stream-document';
import type { StreamEntry } from './stream-entry';
import { insertAll, updateAll, type Update } from './write';

/** What a group writes to one collection, and how many documents that must make or meet. */
type Writes = {
  readonly documents: StreamDocument[];
  readonly updates: Update[];
  expected: number;
};

/**
 * Writes all that a group decided: an insert and an update per collection, inside the transaction of
 * its loads. Each append is filtered on the position it was decided on. Throws PositionMoved when a
 * stream is no longer there.
 */
export const appendGroup = async (
  client: MongoClient,
  group: Group,
  session: ClientSession,
): Promise<void> => {
  for (const [collection, { documents, updates, expected }] of writesOf(group)) {
    const inserted = await insertAll(client, collection, documents, session);
    const met = await updateAll(client, collection, updates, session);
    if (inserted + met !== expected) throw new PositionMoved(collection.namespace);
  }
};

const writesOf = (group: Group): ReadonlyMap<Collection<StreamDocument>, Writes> => {
  const { storage } = group.overlay.from;
  const all = new Map<Collection<StreamDocument>, Writes>();
  const writesTo = (streamType: string, expected = 1): Writes => {
    const collection = storage.collectionOf(streamType);
    const writes = all.get(collection) ?? { documents: [], updates: [], expected: 0 };
    writes.expected += expected;
    all.set(collection, writes);
    return writes;
  };
  for (const entry of group.overlay.entries) {
    if (entry.newEvents.length === 0) continue;
    const { documents, updates } = writesTo(entry.ref.type);
    if (entry.storedPosition === 0) documents.push(newDocument(entry));
    else updates.push({ q: standingAt(entry), u: growthOf(entry) });
  }
  for (const ref of group.guarded) {
    const entry = group.overlay.entry(ref);
    if (entry.newEvents.length > 0) continue;
    writesTo(ref.type).updates.push({ q: standingAt(entry), u: counted });
  }
  for (const range of group.guardedRanges) {
    const { updates } = writesTo(range.type, group.overlay.inRange(range).length);
    updates.push({ q: rangeFilter(range), u: counted, multi: true });
  }
  return all;
};

const counted = { $inc: { 'metadata.guards': 1 } };

/** The stream as it stood when it was decided on. */
export const standingAt = (entry: StreamEntry) => ({
  streamName: entry.streamName,
  'metadata.streamPosition': entry.storedPosition,
});

/** The update that appends an entry's new events and stores what they fold to. */
export const growthOf = (entry: StreamEntry) => {
  const remembered = { $each: [...entry.newRemembered], $slice: -rememberedCommands };
  const state = {
    'metadata.streamPosition': Long.fromNumber(entry.position),
    'metadata.updatedAt': new Date(lastRecordedAt(entry)),
    'metadata.lastCommit': entry.lastCommit,
    'metadata.lastHash': entry.lastHash,
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
export const newDocument = (entry: StreamEntry): StreamDocument => {
  const recordedAt = new Date(lastRecordedAt(entry));
  return {
    streamName: entry.streamName,
    messages: entry.newEvents.map(storedEvent),
    metadata: {
      streamId: entry.ref.id,
      streamType: entry.ref.type,
      streamPosition: Long.fromNumber(entry.position),
      createdAt: recordedAt,
      updatedAt: recordedAt,
      lastCommit: entry.lastCommit,
      ...(entry.lastHash !== null && { lastHash: entry.lastHash }),
      guards: 0,
      commands: entry.newRemembered.slice(-rememberedCommands),
    },
    projections: { state: storedState(entry.state) },
  };
};

const lastRecordedAt = (entry: StreamEntry) => entry.newEvents.at(-1)?.metadata.recordedAt ?? 0;

/** An event as MongoDB holds it. Emmett keeps positions as 64-bit integers; so its store can read ours. */
export const storedEvent = (event: Recorded): Recorded =>
  ({
    ...event,
    metadata: { ...event.metadata, streamPosition: Long.fromNumber(event.metadata.streamPosition) },
  }) as unknown as Recorded;

const storedState = (state: StoredState | null): StoredState => {
  if (!state) throw new Error('A stream that grew has no state');
  const position = Long.fromNumber(Number(state._metadata.streamPosition));
  return { ...state, _metadata: { ...state._metadata, streamPosition: position } };
};
