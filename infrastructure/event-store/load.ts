import type { Collection, Filter } from 'mongodb';
import type { StreamRange, StreamRef } from '@/domain/shared/stream';
import type { Reading } from './reading';
import type { StateProjection } from './state-projection';
import type { Storage } from './storage';
import { streamNameOf, type StreamDocument, type StreamHead } from './stream-document';
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
  imported: 0,
  remembered: [],
  newEvents: [],
  newRemembered: [],
});

/**
 * The entry of a stored stream. Its state counts only when it was made by this version of `evolve`
 * and stands at the stream's position; otherwise it is folded from the events here, and stored with
 * the next append. Where newer code wrote the state or an event, it is what the known events fold to,
 * good enough to be looked at: deciding on it is refused.
 */
export const entryOf = async (
  from: LoadingFrom,
  ref: StreamRef,
  head: StreamHead,
  reading: Reading,
): Promise<StreamEntry> => {
  const position = Number(head.metadata.streamPosition);
  const { schemaVersion } = from.projectionOf(ref.type);
  const stored = head.projections?.state;
  const current =
    stored?._metadata.schemaVersion === schemaVersion &&
    Number(stored._metadata.streamPosition) === position;
  const entry = {
    ...missing(ref),
    storedPosition: position,
    position,
    lastCommit: head.metadata.lastCommit ?? 0,
    lastHash: head.metadata.lastHash ?? null,
    imported: head.metadata.imported ?? 0,
    remembered: head.metadata.commands ?? [],
  };
  if (current) return { ...entry, state: stored };
  const folded = await foldAnew(from, ref, position, reading);
  const newerState = (stored?._metadata.schemaVersion ?? 0) > schemaVersion;
  return { ...entry, state: folded.state, newer: newerState || folded.newer };
};

// Outside a snapshot the stream may have grown since its head was read: what came after is left out.
const foldAnew = async (
  from: LoadingFrom,
  ref: StreamRef,
  position: number,
  reading: Reading,
): Promise<Pick<StreamEntry, 'state' | 'newer'>> => {
  const { project, isNewer } = from.projectionOf(ref.type);
  const collection = from.storage.collectionOf(ref.type);
  const all = await reading.events(collection, streamNameOf(ref));
  const events = all.slice(0, position);
  return { state: await project(ref.id, null, events), newer: events.some(isNewer) };
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
