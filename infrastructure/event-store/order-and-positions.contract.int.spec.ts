import { describe, expect, test } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import { storages } from '../testing/event-store/storages';
import { ana, counting, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore } from '../testing/event-store/toy-store';
import { counted, tally } from '../testing/event-store/toy-streams';

describe.each(storages)('Order and positions, stored as %s', (_, storage) => {
  test('34: Versions of a stream start at 1 and rise by exactly 1, whatever was refused, thrown or lost between', async () => {
    const options = { storage: storage() };
    const store = await openStore(options);
    const elsewhere = await openBeside(store, options);
    const stream = tally();
    const three = toy({
      reads: [stream],
      decide: ([s]) =>
        accept({}, s ? [append(s, counted(1), counted(2)), append(s, counted(3))] : []),
    });
    const refused = toy({ reads: [stream], decide: () => ({ code: 'NOTHING_CHANGED' }) });
    const broken = toy({
      reads: [stream],
      decide: () => {
        throw new Error('A bug');
      },
    });
    const sending = [counting(stream), three, refused, broken, three, counting(stream)].flatMap(
      (definition) => [store, elsewhere].map((s) => s.execute(definition, sent(), ana)),
    );
    const results = await Promise.allSettled(sending);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    const { events, position, foldMatches } = await store.readWhole(stream);
    const expected = Array.from({ length: 16 }, (_, i) => i + 1);
    expect(events.map(({ metadata }) => metadata.streamPosition)).toEqual(expected);
    expect({ position, foldMatches }).toEqual({ position: 16, foldMatches: true });
  });
});
