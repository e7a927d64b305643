import { beforeAll, describe, expect, test } from 'vitest';
import { accept } from '@/domain/shared/command';
import { asStored } from '@/domain/shared/upcast';
import type { Recorded } from '@/domain/shared/stream';
import {
  firstVersion,
  secondVersion,
  thirdVersion,
  type Added,
  type Cleared,
  type FirstTally,
  type ThirdTally,
} from '@/domain/testing/tally-versions';
import { ana, countingAlone, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tallies, tally } from '../testing/event-store/toy-streams';
import { hashOf } from './hash-chain';
import { streamNameOf } from './stream-document';

/** Three versions of the software on one database. */
let first: OpenStore;
let second: OpenStore;
let third: OpenStore;
beforeAll(async () => {
  first = await openStore({ definitions: [firstVersion] });
  second = await openBeside(first, { definitions: [secondVersion] });
  third = await openBeside(first, { definitions: [thirdVersion] });
});

const counted = (by: number, unit?: string) => ({
  type: 'Counted' as const,
  data: { by, ...(unit !== undefined && { unit }) },
});
const added = (amount: number): Added => ({ type: 'Added', data: { amount, unit: 'crate' } });

/** The same stream, as the first and as the third version know it. */
const newTally = () => {
  const ref = tally();
  return { name: streamNameOf(ref), ref, old: ref as FirstTally, now: ref as ThirdTally };
};
type NewTally = ReturnType<typeof newTally>;

const document = ({ name }: NewTally) => first.collectionOf('tally').findOne({ streamName: name });
const stored = async (stream: NewTally) => (await document(stream))?.messages ?? [];
const forgetState = ({ name }: NewTally) =>
  first.collectionOf('tally').updateOne({ streamName: name }, { $unset: { projections: '' } });

/** What a command decides on. */
const decidedOn = async (store: OpenStore, { ref }: NewTally) => {
  const seen: unknown[] = [];
  const looking = toy({
    reads: [ref],
    decide: ([s]) => {
      seen.push(s?.state);
      return accept({}, []);
    },
  });
  const { status } = await store.execute(looking, sent(), ana);
  return [status, ...seen];
};

describe('A stream with events of three versions', () => {
  const stream = newTally();
  const { name, now } = stream;
  const state = { sum: 6, units: ['piece', 'box', 'crate'] };
  let before: readonly Recorded[];
  beforeAll(async () => {
    await first.appendToStream(name, [counted(1)]);
    await second.appendToStream(name, [counted(2, 'box')]);
    await third.appendToStream(name, [added(3)]);
    before = await stored(stream);
  });

  test('73, 74: is read whole as one of today, each event with what is stored', async () => {
    const whole = await third.readWhole(now);
    expect(whole).toMatchObject({ position: 3, state, foldMatches: true });
    const read = whole.events.map(({ type, data, metadata: m }) => [type, data, m.schemaVersion]);
    expect(read).toEqual([
      ['Added', { amount: 1, unit: 'piece' }, 3],
      ['Added', { amount: 2, unit: 'box' }, 3],
      ['Added', { amount: 3, unit: 'crate' }, 3],
    ]);
    expect(whole.events.map(asStored)).toEqual(before);
    expect(whole.events.map((event) => event.stored?.type)).toEqual([
      'Counted',
      'Counted',
      undefined,
    ]);
  });

  test('73: is read so in slices, in both directions', async () => {
    const slice = async (direction: 'forwards' | 'backwards') => {
      const { events } = await third.readSlice(now, { to: 2, direction });
      return events.map(({ data }) => data);
    };
    const two = [
      { amount: 1, unit: 'piece' },
      { amount: 2, unit: 'box' },
    ];
    expect(await slice('forwards')).toEqual(two);
    expect(await slice('backwards')).toEqual(two.toReversed());
  });

  test("73: is read so through Emmett's interface", async () => {
    const { events } = await third.readStream<Added | Cleared>(name);
    expect(events.map(({ type }) => type)).toEqual(['Added', 'Added', 'Added']);
    const sum = await third.aggregateStream(name, {
      initialState: () => 0,
      evolve: (before: number, event: Added | Cleared) =>
        event.type === 'Added' ? before + event.data.amount : 0,
    });
    expect(sum.state).toBe(6);
  });

  test('73: is loaded so where its state must be folded, for queries and for commands', async () => {
    await forgetState(stream);
    const [loaded] = await third.readStates([now]);
    expect(loaded?.state).toEqual(state);
    const range = await third.readRange(tallies(now.id, now.id));
    expect(range.map((l) => l.state)).toEqual([state]);
    expect(await decidedOn(third, stream)).toEqual(['accepted', state]);
    await third.appendToStream(name, [added(4)]);
    const whole = { state: { sum: 10, units: [...state.units, 'crate'] }, foldMatches: true };
    expect(await third.readWhole(now)).toMatchObject(whole);
    expect((await document(stream))?.projections?.state).toMatchObject(whole.state);
  });

  test('73: is never rewritten: what is stored stays as it was, and so does its chain', async () => {
    const after = await stored(stream);
    expect(after.slice(0, 3)).toEqual(before);
    const { events } = await third.readWhole(now);
    const links = events.map(asStored);
    expect(links.map(hashOf)).toEqual(links.map(({ metadata }) => metadata.hash));
    expect(links.map(({ metadata }) => metadata.previousHash)).toEqual([
      null,
      ...links.slice(0, -1).map(({ metadata }) => metadata.hash),
    ]);
  });
});

test('74: A stream that holds nothing but events under an earlier name is read under today’s', async () => {
  const stream = newTally();
  await first.appendToStream(stream.name, [counted(5)]);
  const expected = { state: { sum: 5, units: ['piece'] }, foldMatches: true };
  expect(await third.readWhole(stream.now)).toMatchObject(expected);
  await forgetState(stream);
  expect(await third.readWhole(stream.now)).toMatchObject(expected);
  await third.appendToStream(stream.name, [added(1)]);
  expect(await third.readWhole(stream.now)).toMatchObject({ state: { sum: 6 }, foldMatches: true });
});

describe('A stream in which newer code wrote', () => {
  const refusal = (name: string) => ({
    status: 'refused',
    refusal: { code: 'NEWER_VERSION', stream: name },
  });
  /** Events that the first version knows, of a version it does not know, and of an unknown type. */
  const written = async () => {
    const stream = newTally();
    await first.appendToStream(stream.name, [counted(1)]);
    await second.appendToStream(stream.name, [counted(2, 'box')]);
    await third.appendToStream(stream.name, [{ type: 'Cleared', data: {} } satisfies Cleared]);
    return stream;
  };

  test('59: is read by older code as far as it knows it, and said not to be proven', async () => {
    const stream = await written();
    const whole = await first.readWhole(stream.old);
    expect(whole).toMatchObject({ position: 3, state: { sum: 1 } });
    expect(whole.foldMatches).toBeUndefined();
    expect(whole.events).toEqual(await stored(stream));
    const [loaded] = await first.readStates([stream.old]);
    expect(loaded).toMatchObject({ position: 3, state: { sum: 1 } });
    const range = await first.readRange(tallies(stream.ref.id, stream.ref.id));
    expect(range.map((l) => l.state)).toEqual([{ sum: 1 }]);
    const { events } = await first.readStream(stream.name);
    expect(events.map(({ type }) => type)).toEqual(['Counted', 'Counted', 'Cleared']);
  });

  test.each([
    ['its stored state says so', () => Promise.resolve()],
    ['its events say so, and its state is missing', forgetState],
    [
      'its events say so, and its state is behind',
      ({ name }: NewTally) =>
        first.collectionOf('tally').updateOne(
          { streamName: name },
          {
            $set: {
              'projections.state._metadata.schemaVersion': 1,
              'projections.state._metadata.streamPosition': 1,
            },
          },
        ),
    ],
  ])('59: is decided on by no older code: %s', async (_, prepare) => {
    const stream = await written();
    await prepare(stream);
    const before = await document(stream);
    for (const definition of [countingAlone(stream.ref), toyCounting(stream)]) {
      expect(await first.execute(definition, sent(), ana)).toMatchObject(refusal(stream.name));
    }
    await expect(first.appendToStream(stream.name, [counted(1)])).rejects.toThrow('NEWER_VERSION');
    expect(await document(stream)).toEqual(before);
  });

  test('59: although it holds no event that older code knows, is read and refused', async () => {
    const stream = newTally();
    await third.appendToStream(stream.name, [added(1)]);
    await forgetState(stream);
    expect(await first.readWhole(stream.old)).toMatchObject({
      exists: true,
      position: 1,
      state: { sum: 0 },
    });
    const outcome = await first.execute(countingAlone(stream.ref), sent(), ana);
    expect(outcome).toMatchObject(refusal(stream.name));
  });
});

/** A command that would append, in a transaction. */
const toyCounting = ({ ref }: NewTally) =>
  toy({
    reads: [ref],
    decide: ([s]) => accept({}, s ? [{ stream: s.ref, events: [counted(1)] }] : []),
  });
