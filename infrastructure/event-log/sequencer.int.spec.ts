import { describe, expect, test } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import { logOf, logOnce, startSequencer } from '../testing/event-log/logs';
import { storages } from '../testing/event-store/storages';
import { ana, counting, countingAlone, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { hashOf } from '../event-store/hash-chain';
import { streamNameOf } from '../event-store/stream-document';
import { entryHash } from './entry-hash';
import type { LogEntry } from './log-documents';

/** What is wrong with a log that should hold these streams whole. */
const wrongsOf = async (
  entries: readonly LogEntry[],
  store: OpenStore,
  streams: readonly TallyRef[],
) => {
  const wrongs: string[] = [];
  entries.forEach(({ _id, event, previousHash, hash }, i) => {
    if (_id !== i + 1) wrongs.push(`${_id} stands at ${i + 1}`);
    const before = entries[i - 1]?.hash ?? null;
    const linked = previousHash === before && hash === entryHash(_id, hashOf(event), before);
    if (!linked) wrongs.push(`${_id} is no link of the chain`);
  });
  for (const stream of streams) {
    const { events } = await store.readWhole(stream);
    const logged = entries.filter(
      ({ event }) => event.metadata.streamName === streamNameOf(stream),
    );
    if (JSON.stringify(logged.map(({ event }) => event)) !== JSON.stringify(events)) {
      wrongs.push(`${stream.id} is logged ${logged.length} times, not ${events.length}`);
    }
  }
  return [...wrongs, ...tornCommits(entries)];
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

describe.each(storages)('The log, stored as %s', (_, storage) => {
  test('35: Every event of every stream has one position, without gap or double, its stream in order and its command together', async () => {
    const options = { storage: storage() };
    const store = await openStore(options);
    const elsewhere = await openBeside(store, options);
    const log = await logOf(store);
    const sequencing = await startSequencer(log);
    const streams = [...Array.from({ length: 6 }, () => tally()), tally(undefined, 'shelf')];
    const at = (i: number) => streams[i % streams.length] ?? tally();
    const three = (one: TallyRef, other: TallyRef) =>
      toy({
        reads: [one, other],
        decide: ([a, b]) =>
          accept(
            {},
            a && b ? [append(a, counted(1)), append(b, counted(2)), append(a, counted(3))] : [],
          ),
      });
    const commands = Array.from({ length: 60 }, (_, i) =>
      [counting(at(i), at(i + 3)), countingAlone(at(i)), three(at(i), at(i + 1))].at(i % 3),
    );
    await Promise.all(
      commands.map((command, i) =>
        (i % 2 ? store : elsewhere).execute(command ?? counting(at(i)), sent(), ana),
      ),
    );
    const entries = await logOnce(log, 20 * 2 + 20 + 20 * 3);
    expect(entries).toHaveLength(120);
    expect(await wrongsOf(entries, store, streams)).toEqual([]);
    expect(sequencing.failures).toEqual([]);
  });
});
