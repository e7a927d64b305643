import type {
  EventOf,
  Recorded,
  StateOf,
  StreamRange,
  StreamRef,
  Loaded,
} from '@/domain/shared/stream';
import { entryOf, loadRange, loadStreams, type LoadingFrom } from './load';
import { readingAlone } from './reading';
import { sameJson } from './same-json';
import { withoutMetadata } from './state-projection';
import { streamNameOf } from './stream-document';
import { loadedOf } from './stream-entry';

/** One stream whole, as its document held it at one moment. */
export type WholeStream<Ref extends StreamRef> = {
  readonly ref: Ref;
  readonly exists: boolean;
  readonly position: number;
  readonly state: StateOf<Ref>;
  /** As this version reads them; those of earlier versions name what is stored (`asStored`). */
  readonly events: readonly Recorded<EventOf<Ref>>[];
  /**
   * Whether the stored state equals what its events fold to, computed on this read. Undefined where
   * newer code wrote some of it: this version cannot tell.
   */
  readonly foldMatches: boolean | undefined;
};

/** State and history of one stream from one read of its one document, and whether they agree. */
export const readWhole = async <Ref extends StreamRef>(
  from: LoadingFrom,
  ref: Ref,
): Promise<WholeStream<Ref>> => {
  const projection = from.projectionOf(ref.type);
  const collection = from.storage.collectionOf(ref.type);
  const options = { readConcern: 'majority' } as const;
  const document = await collection.findOne({ streamName: streamNameOf(ref) }, options);
  const events = projection.upcast(document?.messages ?? []);
  const folded = projection.fold(events);
  const entry = document && (await entryOf(from, ref, document, readingAlone));
  const state = entry?.state ? withoutMetadata(entry.state) : folded;
  return {
    ref,
    exists: document !== null,
    position: entry?.position ?? 0,
    state: state,
    events: events as WholeStream<Ref>['events'],
    foldMatches: entry?.newer ? undefined : sameJson(state, folded),
  };
};

/** The states of streams without their events; those that do not exist are at position 0. */
export const readStates = async <Ref extends StreamRef>(
  from: LoadingFrom,
  refs: readonly Ref[],
): Promise<readonly Loaded<Ref>[]> => {
  if (refs.length === 0) return [];
  const entries = await loadStreams(from, refs, readingAlone);
  return entries.map((e) => loadedOf(e, from.projectionOf(e.ref.type).initialState) as Loaded<Ref>);
};

/** The states of the existing streams of a range, in order of their names. */
export const readRange = async <Ref extends StreamRef>(
  from: LoadingFrom,
  range: StreamRange<Ref>,
): Promise<readonly Loaded<Ref>[]> => {
  const entries = await loadRange(from, range, readingAlone);
  return entries.map((e) => loadedOf(e, from.projectionOf(e.ref.type).initialState) as Loaded<Ref>);
};

/** Which events of a stream to read: positions both included, from 1. */
export type Slice = {
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
  readonly direction?: 'forwards' | 'backwards';
};

/** Some events of a stream, and where the whole stream stands. */
export type ReadSlice<E> = {
  readonly exists: boolean;
  readonly position: number;
  readonly events: readonly E[];
};

/**
 * Reads exactly the events from position `from` to `to`, at most `limit` of them counted from
 * `from` (backwards: from `to`), the slice cut by MongoDB, as this version reads them. The position is that of the whole stream.
 * Throws a RangeError for bounds that are negative or not whole, also when there is no stream.
 *
 * @example readSlice(from, ref, { from: 3, to: 5 }) // events 3, 4 and 5
 */
export const readSlice = async <Ref extends StreamRef>(
  from: LoadingFrom,
  ref: Ref,
  slice: Slice,
): Promise<ReadSlice<Recorded<EventOf<Ref>>>> => {
  const first = Math.max(bound('from', slice.from ?? 1), 1);
  const last = bound('to', slice.to ?? Number.MAX_SAFE_INTEGER);
  const limit = bound('limit', slice.limit ?? Number.MAX_SAFE_INTEGER);
  const collection = from.storage.collectionOf(ref.type);
  const filter = { streamName: streamNameOf(ref) };
  const metadata = { 'metadata.streamPosition': 1 } as const;
  const read = { readConcern: 'majority' } as const;
  const head = await collection.findOne(filter, { ...read, projection: metadata });
  const position = Number(head?.metadata.streamPosition ?? 0);
  const end = Math.min(last, position);
  const count = Math.min(Math.max(end - first + 1, 0), limit);
  if (count === 0) return { exists: head !== null, position, events: [] };
  const backwards = slice.direction === 'backwards';
  const skip = backwards ? end - count : first - 1;
  const projection = { messages: { $slice: [skip, count] } };
  const document = await collection.findOne(filter, { ...read, projection });
  const stored = document?.messages ?? [];
  const events = from.projectionOf(ref.type).upcast(backwards ? stored.toReversed() : stored);
  return { exists: true, position, events: events as ReadSlice<Recorded<EventOf<Ref>>>['events'] };
};

const bound = (name: string, value: number) => {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${name} must be a whole number from 0 on, not ${value}`);
};
