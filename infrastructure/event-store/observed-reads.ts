import type { EventOf, Loaded, Recorded, StreamRange, StreamRef } from '@/domain/shared/stream';
import type { LoadingFrom } from './load';
import type { StoreObserver } from './observer';
import * as read from './read';

/** How pages read streams; see `read.ts`. */
export type Reads = {
  readonly readWhole: <Ref extends StreamRef>(ref: Ref) => Promise<read.WholeStream<Ref>>;
  readonly readStates: <Ref extends StreamRef>(
    refs: readonly Ref[],
  ) => Promise<readonly Loaded<Ref>[]>;
  readonly readRange: <Ref extends StreamRef>(
    range: StreamRange<Ref>,
  ) => Promise<readonly Loaded<Ref>[]>;
  readonly readSlice: <Ref extends StreamRef>(
    ref: Ref,
    slice: read.Slice,
  ) => Promise<read.ReadSlice<Recorded<EventOf<Ref>>>>;
};

/** The reads of a store; the observer is told the type and number of the streams that each has read. */
export const observedReads = (from: LoadingFrom, observer: StoreObserver): Reads => ({
  readWhole: (ref) => {
    observer.read(ref.type, 1);
    return read.readWhole(from, ref);
  },
  readStates: (refs) => {
    for (const { type } of refs) observer.read(type, 1);
    return read.readStates(from, refs);
  },
  readRange: async (range) => {
    const loaded = await read.readRange(from, range);
    observer.read(range.type, loaded.length);
    return loaded;
  },
  readSlice: (ref, slice) => {
    observer.read(ref.type, 1);
    return read.readSlice(from, ref, slice);
  },
});
