import { beforeAll, describe, expect, test } from 'vitest';
import { accept, append, defineCommand, type Answer } from '@/domain/shared/command';
import { failCommands } from '../testing/event-store/fail-commands';
import {
  accepted,
  failedWith,
  openGroupStore,
  type GroupStore,
} from '../testing/event-store/groups';
import {
  ben,
  counting,
  sent,
  toy,
  type Toy,
  type ToyDefinition,
} from '../testing/event-store/toy-commands';
import { openBeside } from '../testing/event-store/toy-store';
import { counted, tallies, tally, type TallyRef } from '../testing/event-store/toy-streams';

let group: GroupStore;
beforeAll(async () => {
  group = await openGroupStore();
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
    const elsewhere = await openBeside(group.store);
    await elsewhere.execute(counting(targets[1]), sent(), ben);
    const to = (sum: number) => targets[Math.min(sum, 2)] ?? pointer;
    const results = await group.together([following(pointer, to), following(pointer, to)]);
    expect(results).toMatchObject([accepted(0), accepted(1)]);
    expect(await group.endsOf(pointer, ...targets)).toEqual([
      [2, 2],
      [1, 1],
      [2, 2],
      [0, 0],
    ]);
    expect(group.transactions()).toBe(1);
  });

  /** Counts up; once it was counted before, looks at a range and at another stream as well. */
  const lookingLater = (
    home: TallyRef,
    other: TallyRef,
    range: ReturnType<typeof tallies>,
  ): ToyDefinition => ({
    ...toy({
      reads: [home, other],
      range,
      decide: (streams, found) =>
        accept(
          { sums: found.map(({ state }) => state.sum) },
          streams.map((s) => append(s, counted(1))),
        ),
    }),
    reads: (_, { streams = [] }) =>
      streams[0]?.state.sum ? { streams: [home, other], range } : { streams: [home], range: [] },
  });

  test('a range that is loaded late has its streams as the commands before left them', async () => {
    const [home, old, other] = [tally(), tally(), tally(undefined, 'shelf')];
    const elsewhere = await openBeside(group.store);
    await elsewhere.execute(counting(old), sent(), ben);
    const later = lookingLater(home, other, tallies(old.id, old.id));
    const results = await group.together([counting(home, old), later]);
    expect(results).toMatchObject([{ value: { answer: { sums: [1, 2] } } }, accepted(2)]);
    expect(await group.endsOf(home, old, other)).toEqual([
      [2, 2],
      [2, 2],
      [1, 1],
    ]);
  });

  test('what the database answers to a late load concerns the whole group, which is tried again', async () => {
    const [home, other] = [tally(), tally(undefined, 'shelf')];
    const store = await openBeside(group.store);
    const namespace = `${store.databaseName}.emt:shelf`;
    await failCommands(store, { failCommands: ['find'], errorCode: 251, namespace }, 1);
    const later = lookingLater(home, other, tallies(home.id, home.id));
    const results = await group.together([counting(home), later], store);
    expect(results).toMatchObject([accepted(1), accepted(1)]);
    expect(await group.endsOf(home, other)).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  test('a command that never comes to an end reading fails alone', async () => {
    const stream = tally();
    let n = 0;
    const endless = following(stream, () => tally(`${stream.id}_${(n += 1)}`));
    const results = await group.together([counting(stream), endless, counting(stream)]);
    expect(results).toMatchObject([accepted(1), failedWith(/end reading/), accepted(2)]);
  });

  test('a command may write and guard only what it has read itself, whatever else the group has read', async () => {
    const [mine, other] = [tally(), tally()];
    const ref = { ref: other, position: 0, state: { count: 0, sum: 0 } };
    const writing = toy({
      reads: [mine],
      decide: ([s]) => accept({}, [...(s ? [append(s, counted(1))] : []), append(ref, counted(1))]),
    });
    const results = await group.together([counting(other), writing, counting(mine)]);
    expect(results).toMatchObject([accepted(1), failedWith(/never read/), accepted(1)]);
    expect(await group.endsOf(mine, other)).toEqual([
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
    expect(await group.together([forgetful])).toMatchObject([failedWith(/home unchanged/)]);
    expect(await group.endsOf(home, other)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('a command that reads or guards more than its home cannot say that it is alone', async () => {
    const [home, other] = [tally(), tally()];
    await group.together([counting(home)]);
    const two: ToyDefinition = { ...counting(home, other), alone: true };
    const guarding = toy({
      reads: [home],
      decide: ([h]) => accept({}, h ? [append(h, counted(1))] : [], [home]),
      alone: true,
    });
    expect(await group.together([two])).toMatchObject([failedWith(/not alone/)]);
    expect(await group.together([guarding])).toMatchObject([failedWith(/not alone/)]);
    expect(await group.endsOf(home, other)).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  test('commands that together touch too many streams are taken in halves', async () => {
    const limits = { groupStreams: 4 };
    const small = await openBeside(group.store, { uri: group.uri, limits });
    const pairs = Array.from({ length: 6 }, () => [tally(), tally()] as const);
    const results = await group.together(
      pairs.map((pair) => counting(...pair)),
      small,
    );
    expect(results).toMatchObject(pairs.map(() => ({ value: { status: 'accepted' } })));
    expect(await group.endsOf(...pairs.flat())).toEqual(
      pairs.flatMap(() => [
        [1, 1],
        [1, 1],
      ]),
    );
    expect(group.transactions()).toBe(4);
  });
});
