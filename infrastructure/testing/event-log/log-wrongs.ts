import { hashOf } from '@/infrastructure/event-store/hash-chain';
import { streamNameOf } from '@/infrastructure/event-store/stream-document';
import { entryHash } from '@/infrastructure/event-log/entry-hash';
import type { LogEntry } from '@/infrastructure/event-log/log-documents';
import type { OpenStore } from '../event-store/toy-store';
import type { TallyRef } from '../event-store/toy-streams';

/** What is wrong with a log that should hold these streams whole, and nothing else. */
export const wrongsOf = async (
  entries: readonly LogEntry[],
  store: OpenStore,
  streams: readonly TallyRef[],
): Promise<readonly string[]> => {
  const wrongs = [...brokenChain(entries), ...tornCommits(entries), ...effectsFirst(entries)];
  const events = entries.map(({ event }) => event);
  for (const stream of streams) {
    const written = (await store.readWhole(stream)).events;
    const logged = events.filter(({ metadata }) => metadata.streamName === streamNameOf(stream));
    if (JSON.stringify(logged) !== JSON.stringify(written)) {
      wrongs.push(`${stream.id} is logged ${logged.length} times, not ${written.length}`);
    }
  }
  const names = new Set(streams.map(streamNameOf));
  const others = events.filter(({ metadata }) => !names.has(metadata.streamName));
  return [...wrongs, ...others.map(({ metadata }) => `${metadata.streamName} should not be there`)];
};

/** Positions with gaps, and entries that do not name the hash of the one before. */
const brokenChain = (entries: readonly LogEntry[]) => {
  const wrongs: string[] = [];
  entries.forEach(({ _id, event, previousHash, hash }, i) => {
    if (_id !== i + 1) wrongs.push(`${_id} stands at ${i + 1}`);
    const before = entries[i - 1]?.hash ?? null;
    const linked = previousHash === before && hash === entryHash(_id, hashOf(event), before);
    if (!linked) wrongs.push(`${_id} is no link of the chain`);
  });
  return wrongs;
};

/** Events of one command that do not stand side by side in the order they were decided. */
const tornCommits = (entries: readonly LogEntry[]) => {
  const wrongs: string[] = [];
  entries.forEach(({ event: { metadata } }, i) => {
    const { id, index, size } = metadata.commit;
    const first = entries[i - index]?.event.metadata.commit;
    const last = entries[i - index + size - 1]?.event.metadata.commit;
    if (first?.id !== id || last?.id !== id) wrongs.push(`Commit ${id} is torn`);
  });
  return wrongs;
};

/** What an event may note of another stream that its decision saw. */
export type Saw = { readonly saw: { readonly streamName: string; readonly position: number } };

/** Events that stand before what their decision saw. */
const effectsFirst = (entries: readonly LogEntry[]) => {
  const there = new Map<string, number>();
  const wrongs: string[] = [];
  for (const { _id, event } of entries) {
    const { streamName, streamPosition } = event.metadata;
    there.set(streamName, streamPosition);
    const { note } = event.data as { readonly note?: Partial<Saw> };
    const { saw } = note ?? {};
    if (saw && (there.get(saw.streamName) ?? 0) < saw.position) {
      wrongs.push(`${_id} stands before its cause, ${saw.position} of ${saw.streamName}`);
    }
  }
  return wrongs;
};
