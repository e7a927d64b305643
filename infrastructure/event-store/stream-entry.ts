import type { Loaded, Recorded, StreamRef } from '@/domain/shared/stream';
import { withoutMetadata } from './state-projection';
import type { RememberedCommand, StoredState } from './stream-document';

/**
 * A stream inside one group of commands: as it was loaded, and as the commands before left it.
 * Never changed in place: a command that fails leaves the entry it met.
 */
export type StreamEntry = {
  readonly ref: StreamRef;
  readonly streamName: string;
  /** Position in the database; 0 when the stream does not exist there. */
  readonly storedPosition: number;
  readonly position: number;
  readonly state: StoredState | null;
  /** Written by a newer version of the software: not to be decided on. */
  readonly newer: boolean;
  readonly lastCommit: number;
  /** Hash of the newest event, null for a stream that begins. */
  readonly lastHash: string | null;
  /** Position of the newest imported event, 0 where none was. */
  readonly imported: number;
  readonly remembered: readonly RememberedCommand[];
  readonly newEvents: readonly Recorded[];
  readonly newRemembered: readonly RememberedCommand[];
};

/** What a command sees of an entry. */
export const loadedOf = (entry: StreamEntry, initialState: () => object): Loaded => {
  const known = seen.get(entry);
  if (known) return known;
  const state = entry.state ? withoutMetadata(entry.state) : initialState();
  const loaded = { ref: entry.ref, position: entry.position, state } as Loaded;
  seen.set(entry, loaded);
  return loaded;
};

const seen = new WeakMap<StreamEntry, Loaded>();
