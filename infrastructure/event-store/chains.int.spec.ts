import { describe, expect, test } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import type { Recorded } from '@/domain/shared/stream';
import { storages } from '../testing/event-store/storages';
import { ana, counting, countingAlone, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore } from '../testing/event-store/toy-store';
import { counted, tally } from '../testing/event-store/toy-streams';
import { hashOf } from './hash-chain';
import { streamNameOf } from './stream-document';

/** What is not a chain in a stream's events, by position. */
const brokenAt = (events: readonly Recorded[]) =>
  events
    .filter(({ metadata }, i) => {
      const { hash, previousHash } = metadata;
      const event = events[i];
      return (
        !event || previousHash !== (events[i - 1]?.metadata.hash ?? null) || hash !== hashOf(event)
      );
    })
    .map(({ metadata }) => metadata.streamPosition);

describe.each(storages)('Chains, stored as %s', (_, storage) => {
  test('Each event names the hash of the one before it, however it was appended', async () => {
    const options = { storage: storage() };
    const store = await openStore(options);
    const elsewhere = await openBeside(store, options);
    const [stream, other] = [tally(), tally(undefined, 'shelf')];
    const three = toy({
      reads: [stream],
      decide: ([s]) =>
        accept({}, s ? [append(s, counted(1), counted(0.1)), append(s, counted(3))] : []),
    });
    await store.execute(countingAlone(stream), sent(), ana);
    await Promise.all(
      [three, counting(stream, other), three, counting(other, stream)].flatMap((definition) =>
        [store, elsewhere].map((s) => s.execute(definition, sent(), ana)),
      ),
    );
    await store.appendToStream(
      streamNameOf(stream),
      Array.from({ length: 30 }, (_, i) => counted(i, { text: `é${i}`, list: [1e-9, -1.5e-7] })),
    );
    await elsewhere.execute(countingAlone(stream), sent(), ana);
    const whole = await store.readWhole(stream);
    expect(whole.position).toBe(48);
    expect(brokenAt(whole.events)).toEqual([]);
    expect(brokenAt((await store.readWhole(other)).events)).toEqual([]);
    const document = await store
      .collectionOf(stream.type)
      .findOne({ streamName: streamNameOf(stream) });
    expect(document?.metadata.lastHash).toBe(whole.events.at(-1)?.metadata.hash);
  });
});
