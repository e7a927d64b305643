import type { StreamRange, StreamRef } from '@/domain/shared/stream';
import { loadRange, loadStreams, type LoadingFrom } from './load';
import type { Reading } from './reading';
import { assertStreamRef, streamNameOf } from './stream-document';
import type { StreamEntry } from './stream-entry';

/**
 * The streams of one group of commands, read in one snapshot: what the database holds, covered by
 * what the commands before decided. Lives for one attempt.
 */
export class Overlay {
  readonly #entries = new Map<string, StreamEntry>();
  readonly #ranges = new Map<string, StreamRange>();

  constructor(
    readonly from: LoadingFrom,
    readonly reading: Reading,
  ) {}

  get size() {
    return this.#entries.size;
  }

  get entries(): Iterable<StreamEntry> {
    return this.#entries.values();
  }

  entry(ref: StreamRef): StreamEntry {
    const entry = this.#entries.get(streamNameOf(ref));
    if (!entry) throw new Error(`${streamNameOf(ref)} was never read by this command`);
    return entry;
  }

  /** True when the stream still is as this entry has it. */
  holds(entry: StreamEntry): boolean {
    return this.#entries.get(entry.streamName) === entry;
  }

  put(entry: StreamEntry) {
    this.#entries.set(entry.streamName, entry);
  }

  /** The existing streams of a range that was loaded, new ones of the group included. */
  inRange(range: StreamRange): readonly StreamEntry[] {
    const first = streamNameOf({ type: range.type, id: range.fromId });
    const last = streamNameOf({ type: range.type, id: range.toId });
    return [...this.#entries.values()]
      .filter((e) => e.position > 0 && e.streamName >= first && e.streamName <= last)
      .sort((a, b) => (a.streamName < b.streamName ? -1 : 1));
  }

  /** Loads what is named and not there yet. True when something was. */
  async load(named: readonly (StreamRef | StreamRange)[]): Promise<boolean> {
    const refs = new Map<string, StreamRef>();
    const ranges = new Map<string, StreamRange>();
    for (const name of named) {
      if (isRange(name)) {
        if (!this.#ranges.has(rangeKey(name))) ranges.set(rangeKey(name), name);
      } else if (!this.#entries.has(streamNameOf(name))) {
        assertStreamRef(name);
        refs.set(streamNameOf(name), name);
      }
    }
    if (refs.size > 0) {
      for (const entry of await loadStreams(this.from, [...refs.values()], this.reading)) {
        this.put(entry);
      }
    }
    for (const [key, range] of ranges) {
      for (const entry of await loadRange(this.from, range, this.reading)) {
        if (!this.#entries.has(entry.streamName)) this.put(entry);
      }
      this.#ranges.set(key, range);
    }
    return refs.size + ranges.size > 0;
  }
}

/** Tells a range from a single stream. */
export const isRange = (named: StreamRef | StreamRange): named is StreamRange => 'fromId' in named;

/** `room_day:a..b`. */
export const rangeKey = (range: StreamRange) => `${range.type}:${range.fromId}..${range.toId}`;
