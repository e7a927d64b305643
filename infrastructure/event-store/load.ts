import type { Collection, Filter } from 'mongodb';
import type { StreamRange, StreamRef } from '@/domain/shared/stream';
import type { Reading } from './reading';
import type { StateProjection } from './state-projection';
import type { Storage } from './storage';
import {
  streamNameOf,
  type StoredState,
  type StreamDocument,
  type StreamHead,
} from './stream-document';
import type { StreamEntry } from './stream-entry';

/** What loading needs to know of the store. */
export type LoadingFrom = {
  readonly storage: Storage;
  readonly projectionOf: (streamType: string) => StateProjection;
};

/**
 * Loads streams by name, a find per collection, one after another: in parallel a transaction fails
 * with NoSuchTransaction. Streams that do not exist come back at
 * position 0. The events are left where they are.
 */
export const loadStreams = async (
  from: LoadingFrom,
  refs: readonly StreamRef[],
  reading: Reading,
): Promise<readonly StreamEntry[]> => {
  const found = new Map<string, StreamHead>();
  for (const [collection, names] of byCollection(from, refs)) {
    const filter: Filter<StreamDocument> = { streamName: { $in: names } };
    for (const head of await reading.heads(collection, filter)) found.set(head.streamName, head);
  }
  const entries: StreamEntry[] = [];
  for (const ref of refs) {
    const head = found.get(streamNameOf(ref));
    entries.push(head ? await entryOf(from, ref, head, reading) : missing(ref));
  }
  return entries;
};

/** Loads the existing streams of a range, in order of their names. */
export const loadRange = async (
  from: LoadingFrom,
  range: StreamRange,
  reading: Reading,
): Promise<readonly StreamEntry[]> => {
  const collection = from.storage.collectionOf(range.type);
  const entries: StreamEntry[] = [];
  for (const head of await reading.heads(collection, rangeFilter(range))) {
    entries.push(await entryOf(from, refOf(head), head, reading));
  }
  return entries;
};

/** The filter of the streams in a range; what it compares are parsed primitives. */
export const rangeFilter = ({ type, fromId, toId }: StreamRange): Filter<StreamDocument> => ({
  streamName: { $gte: streamNameOf({ type, id: fromId }), $lte: streamNameOf({ type, id: toId }) },
});

/** A stream that does not exist yet. */
const missing = (ref: StreamRef): StreamEntry => ({
  ref,
  streamName: streamNameOf(ref),
  storedPosition: 0,
  position: 0,
  state: null,
  newer: false,
  lastCommit: 0,
  lastHash: null,
  remembered: [],
  newEvents: [],
  newRemembered: [],
});

/**
 * The entry of a stored stream. Its state counts only when it was made by this version of `evolve`
 * and stands at the stream's position; otherwise it is folded from the events here, and stored with
 * the next append. A state of a newer version stays as it is: deciding on it is refused.
 */
export const entryOf = async (
  from: LoadingFrom,
  ref: StreamRef,
  head: StreamHead,
  reading: Reading,
): Promise<StreamEntry> => {
  const position = Number(head.metadata.streamPosition);
  const projection = from.projectionOf(ref.type);
  const stored = head.projections?.state;
  const standing =
    stored?._metadata.schemaVersion === projection.schemaVersion &&
    Number(stored._metadata.streamPosition) === position;
  const newer = (stored?._metadata.schemaVersion ?? 0) > projection.schemaVersion;
  return {
    ...missing(ref),
    storedPosition: position,
    position,
    state: stored && (standing || newer) ? stored : await foldAnew(from, ref, position, reading),
    newer,
    lastCommit: head.metadata.lastCommit ?? 0,
    lastHash: head.metadata.lastHash ?? null,
    remembered: head.metadata.commands ?? [],
  };
};

// Outside a snapshot the stream may have grown since its head was read: what came after is left out.
const foldAnew = async (
  from: LoadingFrom,
  ref: StreamRef,
  position: number,
  reading: Reading,
): Promise<StoredState> => {
  const collection = from.storage.collectionOf(ref.type);
  const events = await reading.events(collection, streamNameOf(ref));
  return from.projectionOf(ref.type).project(ref.id, null, events.slice(0, position));
};

const byCollection = (from: LoadingFrom, refs: readonly StreamRef[]) => {
  const names = new Map<Collection<StreamDocument>, string[]>();
  for (const ref of refs) {
    const collection = from.storage.collectionOf(ref.type);
    names.set(collection, [...(names.get(collection) ?? []), streamNameOf(ref)]);
  }
  return names;
};

const refOf = (head: StreamHead): StreamRef => ({
  type: head.metadata.streamType,
  id: head.metadata.streamId,
});
