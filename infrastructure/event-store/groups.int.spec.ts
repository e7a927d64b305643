import { beforeAll, describe, expect, test } from 'vitest';
import { accept, append, defineCommand, type Answer } from '@/domain/shared/command';
import { startProxy, type Proxy } from '../testing/event-store/proxy';
import {
  ana,
  ben,
  counting,
  sent,
  toy,
  type Toy,
  type ToyDefinition,
} from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tally, tallyDefinition, type TallyRef } from '../testing/event-store/toy-streams';
import { testMongodbUri } from '../testing/test-mongodb';

let store: OpenStore;
let proxy: Proxy;
let transactions = 0;
beforeAll(async () => {
  proxy = await startProxy(testMongodbUri());
  store = await openStore({ uri: proxy.uri });
  proxy.judge((command) => {
    if (command === 'commitTransaction') transactions += 1;
    return 'pass';
  });
});

/** Hands them in at once, so that one group takes them all. */
const together = (...definitions: readonly ToyDefinition[]) => {
  transactions = 0;
  return Promise.allSettled(definitions.map((d) => store.execute(d, sent(), ana)));
};
const accepted = (sum: number) => ({
  status: 'fulfilled',
  value: { status: 'accepted', answer: { sums: [sum] } },
});
const standing = async (...streams: readonly TallyRef[]) =>
  Promise.all(
    streams.map(async (ref) => {
      const { position, state, foldMatches } = await store.readWhole(ref);
      return foldMatches ? [position, state.sum] : 'state and history differ';
    }),
  );
const throwing = (stream: TallyRef) =>
  toy({
    reads: [stream],
    decide: () => {
      throw new Error('A bug of this command');
    },
  });
const breaking = (stream: TallyRef, other: TallyRef) =>
  toy({
    reads: [stream, other],
    decide: ([big, o]) =>
      accept({}, [
        ...(o ? [append(o, counted(100))] : []),
        ...(big ? [append(big, counted(1, 'x'.repeat(16 * 1024 * 1024)))] : []),
      ]),
  });
const failedWith = (message: RegExp) => ({
  status: 'rejected',
  reason: expect.objectContaining({ message: expect.stringMatching(message) as string }) as Error,
});

describe('In a group of commands', () => {
  test('each is decided on what the ones before it left, and all are written in one transaction', async () => {
    const stream = tally();
    const results = await together(...Array.from({ length: 10 }, () => counting(stream)));
    expect(results).toMatchObject(results.map((_, i) => accepted(i + 1)));
    expect(await standing(stream)).toEqual([[10, 10]]);
    expect(transactions).toBe(1);
  });

  test('a refused one, kept or not, leaves the others untouched', async () => {
    const [stream, why] = [tally(), tally()];
    const refusal = { code: 'NOTHING_CHANGED' } as const;
    const refusing = toy({ reads: [stream], decide: () => refusal });
    const kept = toy({
      reads: [why, stream],
      decide: () => refusal,
      refused: (_, [home]) => (home ? [append(home, counted(0))] : []),
    });
    const results = await together(counting(stream), refusing, kept, counting(stream));
    expect(results).toMatchObject([
      accepted(1),
      { value: { status: 'refused', refusal, kept: false } },
      { value: { status: 'refused', refusal, kept: true } },
      accepted(2),
    ]);
    expect(await standing(stream, why)).toEqual([
      [2, 2],
      [1, 0],
    ]);
    expect(transactions).toBe(1);
  });

  test('a throwing one throws to its own sender, and leaves the others untouched', async () => {
    const stream = tally();
    const results = await together(counting(stream), throwing(stream), counting(stream));
    expect(results).toMatchObject([accepted(1), failedWith(/A bug/), accepted(2)]);
    expect(await standing(stream)).toEqual([[2, 2]]);
    expect(transactions).toBe(1);
  });

  test('one whose events cannot be folded leaves nothing, not even in the stream that was folded before', async () => {
    const shelf = tallyDefinition('shelf');
    const unfoldable: typeof shelf = {
      ...shelf,
      evolve: () => {
        throw new Error('A bug of evolve');
      },
    };
    const other = await openBeside(store, { definitions: [tallyDefinition('tally'), unfoldable] });
    const stream = tally();
    const both = counting(stream, tally(undefined, 'shelf'));
    const sending = [counting(stream), both, counting(stream)];
    const results = await Promise.allSettled(
      sending.map((definition) => other.execute(definition, sent(), ana)),
    );
    expect(results).toMatchObject([accepted(1), failedWith(/A bug of evolve/), accepted(2)]);
    expect(await standing(stream)).toEqual([[2, 2]]);
  });

  test('one that breaks the write is found, and it alone is answered STREAM_FULL', async () => {
    const [stream, big] = [tally(), tally(undefined, 'shelf')];
    const before = [counting(stream), throwing(stream), counting(stream)];
    const results = await together(...before, breaking(big, stream), counting(stream));
    expect(results).toMatchObject([
      accepted(1),
      failedWith(/A bug/),
      accepted(2),
      { value: { status: 'refused', refusal: { code: 'STREAM_FULL' }, kept: false } },
      accepted(3),
    ]);
    expect(await standing(stream, big)).toEqual([
      [3, 3],
      [0, 0],
    ]);
  });

  test('one that would grow a long stream past 16 MB is refused, and the stream stays as it was', async () => {
    const [big, stream] = [tally(), tally()];
    const half = toy({
      reads: [big],
      decide: ([s]) => accept({}, s ? [append(s, counted(1, 'x'.repeat(9 * 1024 * 1024)))] : []),
    });
    expect(await together(half)).toMatchObject([{ value: { status: 'accepted' } }]);
    const results = await together(counting(stream), half, counting(big));
    expect(results).toMatchObject([
      accepted(1),
      { value: { refusal: { code: 'STREAM_FULL' } } },
      accepted(2),
    ]);
    expect(await standing(stream, big)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('Reading inside a group', () => {
  /** Follows the sum of the first stream to a stream named after it. */
  const following = (pointer: TallyRef, to: (sum: number) => TallyRef) =>
    defineCommand<Toy, { pointer: TallyRef; target: TallyRef | undefined }, Answer>({
      type: 'Toy',
      home: () => pointer,
      reads: (_, { pointer: loaded }) => ({
        pointer,
        target: loaded && to(loaded.state.sum),
      }),
      decide: (_, { pointer: p, target }) =>
        accept({ sums: [p.state.sum] }, [
          append(p, counted(1)),
          ...(target ? [append(target, counted(1))] : []),
        ]),
    }) as unknown as ToyDefinition;

  test('a stream that only an earlier command of the group leads to is loaded late, in the same snapshot', async () => {
    const pointer = tally();
    const targets = [tally(), tally(undefined, 'shelf'), tally()] as const;
    const elsewhere = await openBeside(store);
    await elsewhere.execute(counting(targets[1]), sent(), ben);
    const to = (sum: number) => targets[Math.min(sum, 2)] ?? pointer;
    const results = await together(following(pointer, to), following(pointer, to));
    expect(results).toMatchObject([accepted(0), accepted(1)]);
    expect(await standing(pointer, ...targets)).toEqual([
      [2, 2],
      [1, 1],
      [2, 2],
      [0, 0],
    ]);
    expect(transactions).toBe(1);
  });

  test('a command that never comes to an end reading fails alone', async () => {
    const stream = tally();
    let n = 0;
    const endless = following(stream, () => tally(`${stream.id}_${(n += 1)}`));
    const results = await together(counting(stream), endless, counting(stream));
    expect(results).toMatchObject([accepted(1), failedWith(/end reading/), accepted(2)]);
  });

  test('a command may write and guard only what it has read itself, whatever else the group has read', async () => {
    const [mine, other] = [tally(), tally()];
    const ref = { ref: other, position: 0, state: { count: 0, sum: 0 } };
    const writing = toy({
      reads: [mine],
      decide: ([s]) => accept({}, [...(s ? [append(s, counted(1))] : []), append(ref, counted(1))]),
    });
    const results = await together(counting(other), writing, counting(mine));
    expect(results).toMatchObject([accepted(1), failedWith(/never read/), accepted(1)]);
    expect(await standing(mine, other)).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('a command that grows other streams than its home must grow its home: there it is remembered', async () => {
    const [home, other] = [tally(), tally()];
    const forgetful = toy({
      reads: [home, other],
      decide: ([, o]) => accept({}, o ? [append(o, counted(1))] : []),
    });
    expect(await together(forgetful)).toMatchObject([failedWith(/home unchanged/)]);
    expect(await standing(home, other)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('commands that together touch too many streams are taken in halves', async () => {
    const small = await openBeside(store, { uri: proxy.uri, limits: { groupStreams: 4 } });
    const pairs = Array.from({ length: 6 }, () => [tally(), tally()] as const);
    transactions = 0;
    const sending = pairs.map((pair) => small.execute(counting(...pair), sent(), ana));
    const outcomes = await Promise.all(sending);
    expect(outcomes.map(({ status }) => status)).toEqual(pairs.map(() => 'accepted'));
    expect(await standing(...pairs.flat())).toEqual(
      pairs.flatMap(() => [
        [1, 1],
        [1, 1],
      ]),
    );
    expect(transactions).toBe(4);
  });
});
