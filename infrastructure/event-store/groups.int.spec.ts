import { beforeAll, describe, expect, test } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import {
  accepted,
  failedWith,
  openGroupStore,
  type GroupStore,
} from '../testing/event-store/groups';
import { counting, toy } from '../testing/event-store/toy-commands';
import { openBeside } from '../testing/event-store/toy-store';
import { counted, tally, tallyDefinition, type TallyRef } from '../testing/event-store/toy-streams';

let group: GroupStore;
beforeAll(async () => {
  group = await openGroupStore();
});

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
describe('In a group of commands', () => {
  test('each is decided on what the ones before it left, and all are written in one transaction', async () => {
    const stream = tally();
    const results = await group.together([...Array.from({ length: 10 }, () => counting(stream))]);
    expect(results).toMatchObject(results.map((_, i) => accepted(i + 1)));
    expect(await group.endsOf(stream)).toEqual([[10, 10]]);
    expect(group.transactions()).toBe(1);
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
    const results = await group.together([counting(stream), refusing, kept, counting(stream)]);
    expect(results).toMatchObject([
      accepted(1),
      { value: { status: 'refused', refusal, kept: false } },
      { value: { status: 'refused', refusal, kept: true } },
      accepted(2),
    ]);
    expect(await group.endsOf(stream, why)).toEqual([
      [2, 2],
      [1, 0],
    ]);
    expect(group.transactions()).toBe(1);
  });

  test('when all are refused and nothing is appended, the transaction is committed all the same', async () => {
    const stream = tally();
    const refusing = toy({ reads: [stream], decide: () => ({ code: 'NOTHING_CHANGED' }) });
    await group.together([refusing, refusing]);
    expect(group.transactions()).toBe(1);
    expect(await group.endsOf(stream)).toEqual([[0, 0]]);
  });

  test('a throwing one throws to its own sender, and leaves the others untouched', async () => {
    const stream = tally();
    const results = await group.together([counting(stream), throwing(stream), counting(stream)]);
    expect(results).toMatchObject([accepted(1), failedWith(/A bug/), accepted(2)]);
    expect(await group.endsOf(stream)).toEqual([[2, 2]]);
    expect(group.transactions()).toBe(1);
  });

  test('one whose events cannot be folded leaves nothing, not even in the stream that was folded before', async () => {
    const shelf = tallyDefinition('shelf');
    const unfoldable: typeof shelf = {
      ...shelf,
      evolve: () => {
        throw new Error('A bug of evolve');
      },
    };
    const other = await openBeside(group.store, {
      definitions: [tallyDefinition('tally'), unfoldable],
    });
    const stream = tally();
    const both = counting(stream, tally(undefined, 'shelf'));
    const results = await group.together([counting(stream), both, counting(stream)], other);
    expect(results).toMatchObject([accepted(1), failedWith(/A bug of evolve/), accepted(2)]);
    expect(await group.endsOf(stream)).toEqual([[2, 2]]);
  });

  test('one that breaks the write is found, and it alone is answered STREAM_FULL', async () => {
    const [stream, big] = [tally(), tally(undefined, 'shelf')];
    const before = [counting(stream), throwing(stream), counting(stream)];
    const results = await group.together([...before, breaking(big, stream), counting(stream)]);
    expect(results).toMatchObject([
      accepted(1),
      failedWith(/A bug/),
      accepted(2),
      { value: { status: 'refused', refusal: { code: 'STREAM_FULL' }, kept: false } },
      accepted(3),
    ]);
    expect(await group.endsOf(stream, big)).toEqual([
      [3, 3],
      [0, 0],
    ]);
  });

  test('71: one that would grow a long stream past 16 MB is refused, and the stream stays as it was', async () => {
    const [big, stream] = [tally(), tally()];
    const half = toy({
      reads: [big],
      decide: ([s]) => accept({}, s ? [append(s, counted(1, 'x'.repeat(9 * 1024 * 1024)))] : []),
    });
    expect(await group.together([half])).toMatchObject([{ value: { status: 'accepted' } }]);
    const results = await group.together([counting(stream), half, counting(big)]);
    expect(results).toMatchObject([
      accepted(1),
      { value: { refusal: { code: 'STREAM_FULL' } } },
      accepted(2),
    ]);
    expect(await group.endsOf(stream, big)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});
