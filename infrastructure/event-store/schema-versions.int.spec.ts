import { beforeAll, describe, expect, test } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import type { StreamDefinition } from '@/domain/shared/stream';
import { startProxy, type Verdict } from '../testing/event-store/proxy';
import { ana, counting, countingAlone, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import {
  counted,
  tallies,
  tally,
  tallyDefinition,
  type Counted,
  type Tally,
  type TallyRef,
} from '../testing/event-store/toy-streams';
import { testMongodbUri } from '../testing/test-mongodb';
import { streamNameOf } from './stream-document';

/** The next version of the software counts in tens. */
const inTens: StreamDefinition<Tally, Counted> = {
  ...tallyDefinition('tally', 2),
  evolve: ({ count, sum }, { data }) => ({ count: count + 1, sum: sum + 10 * data.by }),
};
const newDefinitions = [inTens, tallyDefinition('shelf')];

let old: OpenStore;
let next: OpenStore;
beforeAll(async () => {
  old = await openStore();
  next = await openBeside(old, { definitions: newDefinitions });
});

const storedState = async (stream: TallyRef) => {
  const found = await old.collectionOf('tally').findOne({ streamName: streamNameOf(stream) });
  return found?.projections?.state;
};
const grown = async (through: OpenStore, times: number) => {
  const stream = tally();
  for (let i = 0; i < times; i += 1) await through.execute(counting(stream), sent(), ana);
  return stream;
};
/** What a decision sees of a stream. */
const seenBy = async (store: OpenStore, stream: TallyRef) => {
  let seen: Tally | undefined;
  const looking = toy({
    reads: [stream],
    decide: ([s]) => {
      seen = s?.state;
      return accept({}, []);
    },
  });
  await store.execute(looking, sent(), ana);
  return seen;
};

describe('A state stored by an older version of the code', () => {
  test('is folded anew from the events wherever it is read, and nothing is written for it', async () => {
    const stream = await grown(old, 3);
    const before = await storedState(stream);
    const anew = { count: 3, sum: 30 };
    expect(await seenBy(next, stream)).toEqual(anew);
    expect(await next.readWhole(stream)).toMatchObject({ state: anew, foldMatches: true });
    expect((await next.readStates([stream])).map(({ state }) => state)).toEqual([anew]);
    const range = await next.readRange(tallies(stream.id, stream.id));
    expect(range.map(({ state }) => state)).toEqual([anew]);
    expect(await storedState(stream)).toEqual(before);
  });

  test.each([
    ['in a transaction', counting],
    ['without one', countingAlone],
  ])('is stored in the new form with the next append %s', async (_, definition) => {
    const stream = await grown(old, 3);
    const outcome = await next.execute(definition(stream), sent(), ana);
    expect(outcome).toMatchObject({ answer: { sums: [31] } });
    expect(await storedState(stream)).toMatchObject({
      count: 4,
      sum: 40,
      _metadata: { schemaVersion: 2, streamPosition: 4 },
    });
  });

  test('is read as it was at one moment, also when the stream grows during the read', async () => {
    const stream = await grown(old, 3);
    const proxy = await startProxy(testMongodbUri());
    const reading = await openBeside(old, { definitions: newDefinitions, uri: proxy.uri });
    const growsBeforeSecondFind = () => {
      let finds = 0;
      proxy.judge(async (command): Promise<Verdict> => {
        finds += Number(command === 'find');
        if (finds === 2) await old.execute(counting(stream), sent(), ana);
        return 'pass';
      });
    };
    growsBeforeSecondFind();
    expect(await reading.readWhole(stream)).toMatchObject({
      position: 3,
      state: { count: 3, sum: 30 },
      foldMatches: true,
    });
    growsBeforeSecondFind();
    const [loaded] = await reading.readStates([stream]);
    expect(loaded?.state.count).toBe(loaded?.position);
  });
});

describe('A state stored by a newer version of the code', () => {
  const refusedFor = (stream: TallyRef) => ({
    status: 'refused',
    refusal: { code: 'NEWER_VERSION', stream: streamNameOf(stream) },
    kept: false,
  });

  test('is not decided on: the command is refused with NEWER_VERSION, and nothing is appended', async () => {
    const stream = await grown(next, 2);
    const before = await storedState(stream);
    for (const definition of [counting(stream), countingAlone(stream)]) {
      expect(await old.execute(definition, sent(), ana)).toEqual(refusedFor(stream));
    }
    expect(await storedState(stream)).toEqual(before);
    expect((await old.readWhole(stream)).position).toBe(2);
  });

  test('refuses also a command that only looks at it, alone or in a range; the others of its group are done', async () => {
    const [mine, newer] = [tally(), await grown(next, 1)];
    const ranging = toy({
      reads: [mine],
      range: tallies(newer.id, newer.id),
      decide: ([s]) => accept({}, s ? [append(s, counted(1))] : []),
    });
    const outcomes = await Promise.all([
      old.execute(counting(mine), sent(), ana),
      old.execute(counting(mine, newer), sent(), ana),
      old.execute(ranging, sent(), ana),
      old.execute(counting(mine), sent(), ana),
    ]);
    expect(outcomes).toMatchObject([
      { answer: { sums: [1] } },
      refusedFor(newer),
      refusedFor(newer),
      { answer: { sums: [2] } },
    ]);
  });
});

describe('A state that is not that of its stream', () => {
  test('because it is behind, is folded anew and stored with the next append', async () => {
    const stream = await grown(old, 3);
    await old
      .collectionOf('tally')
      .updateOne(
        { streamName: streamNameOf(stream) },
        { $set: { 'projections.state': await storedState(await grown(old, 1)) } },
      );
    expect((await storedState(stream))?.count).toBe(1);
    expect(await seenBy(old, stream)).toEqual({ count: 3, sum: 3 });
    await old.execute(counting(stream), sent(), ana);
    expect(await storedState(stream)).toMatchObject({ count: 4, sum: 4 });
  });

  test('because it is missing, is folded from the events', async () => {
    const stream = await grown(old, 2);
    const filter = { streamName: streamNameOf(stream) };
    await old.collectionOf('tally').updateOne(filter, { $unset: { projections: '' } });
    expect(await seenBy(old, stream)).toEqual({ count: 2, sum: 2 });
    await old.execute(countingAlone(stream), sent(), ana);
    expect(await old.readWhole(stream)).toMatchObject({ state: { sum: 3 }, foldMatches: true });
  });

  test('because somebody changed it, is shown on every read: state and history differ', async () => {
    const stream = await grown(old, 2);
    const filter = { streamName: streamNameOf(stream) };
    await old.collectionOf('tally').updateOne(filter, { $set: { 'projections.state.sum': 99 } });
    expect(await old.readWhole(stream)).toMatchObject({ state: { sum: 99 }, foldMatches: false });
  });
});
