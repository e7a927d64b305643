import { beforeAll, describe, expect, test, vi } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import { failCommands } from '../testing/event-store/fail-commands';
import { meanwhile, startProxy, type Proxy, type Verdict } from '../testing/event-store/proxy';
import { ana, ben, counting, countingAlone, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { testMongodbUri } from '../testing/test-mongodb';

let store: OpenStore;
let elsewhere: OpenStore;
let proxy: Proxy;
beforeAll(async () => {
  elsewhere = await openStore();
  proxy = await startProxy(testMongodbUri());
  store = await openBeside(elsewhere, { uri: proxy.uri });
});

/** Counts a stream up, and notes the sum it saw at each try. */
const watched = (stream: TallyRef, alone?: true) => {
  const seen: number[] = [];
  const definition = toy({
    reads: [stream],
    ...(alone && { alone }),
    decide: ([s]) => {
      seen.push(s?.state.sum ?? NaN);
      return accept({}, s ? [append(s, counted(1))] : []);
    },
  });
  return { definition, seen };
};

describe('A lost race', () => {
  const rows = [
    ['a stream that grows', 'update', undefined],
    ['a stream that begins', 'insert', undefined],
    ['a stream that grows, without a transaction', 'update', true],
    ['a stream that begins, without a transaction', 'insert', true],
  ] as const;

  test.each(rows)(
    'over %s is read and decided again, with what the winner left',
    async (_, write, alone) => {
      const stream = tally();
      if (write === 'update') await elsewhere.execute(counting(stream), sent(), ana);
      const before = write === 'update' ? 1 : 0;
      const { definition, seen } = watched(stream, alone);
      meanwhile(proxy, write, () => elsewhere.execute(counting(stream), sent(), ben));
      expect(await store.execute(definition, sent(), ana)).toMatchObject({ status: 'accepted' });
      expect(seen).toEqual([before, before + 1]);
      const { state, position, foldMatches } = await store.readWhole(stream);
      expect([state.sum, position, foldMatches]).toEqual([before + 2, before + 2, true]);
    },
  );

  test('is tried 20 times, each time decided anew', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0); // No pauses between the tries.
    const stream = tally();
    await elsewhere.execute(counting(stream), sent(), ana);
    const { definition, seen } = watched(stream);
    const tried = await failCommands(store, { failCommands: ['update'], errorCode: 112 }, 19);
    expect(await store.execute(definition, sent(), ana)).toMatchObject({ status: 'accepted' });
    expect(seen).toHaveLength(20);
    await tried();
    await failCommands(store, { failCommands: ['update'], errorCode: 112 });
    const lasting = watched(stream);
    const busy = { status: 'refused', refusal: { code: 'BUSY' }, kept: false };
    expect(await store.execute(lasting.definition, sent(), ana)).toEqual(busy);
    expect(lasting.seen).toHaveLength(20);
    expect((await store.readWhole(stream)).position).toBe(2);
    vi.restoreAllMocks();
  });

  test('is given up when patience ends, however many tries are left', async () => {
    const hasty = await openBeside(elsewhere, { limits: { tries: 1_000_000, patience: 150 } });
    await failCommands(hasty, { failCommands: ['insert'], errorCode: 112 });
    const begun = performance.now();
    const outcome = await hasty.execute(counting(tally()), sent(), ana);
    expect(outcome).toMatchObject({ refusal: { code: 'BUSY' } });
    expect(performance.now() - begun).toBeGreaterThan(150);
  });

  test('does not split the group: its commands are done together in the end', async () => {
    const contended = tally();
    const streams = [contended, ...Array.from({ length: 7 }, () => tally())];
    let commits = 0;
    let raced = false;
    proxy.judge(async (command): Promise<Verdict> => {
      if (command === 'commitTransaction') commits += 1;
      if (command === 'insert' && !raced) {
        raced = true;
        await elsewhere.execute(counting(contended), sent(), ben);
      }
      return 'pass';
    });
    const sending = streams.map((stream) => store.execute(counting(stream), sent(), ana));
    const outcomes = await Promise.all(sending);
    expect(outcomes.map(({ status }) => status)).toEqual(streams.map(() => 'accepted'));
    expect({ raced, commits }).toEqual({ raced: true, commits: 1 });
    expect((await store.readWhole(contended)).position).toBe(2);
  });
});

test('A hiccup that is no conflict is waited out as long as patience lasts, however few the tries', async () => {
  const patient = await openBeside(elsewhere, { limits: { tries: 2 } });
  await failCommands(patient, { failCommands: ['find'], errorCode: 251 }, 5);
  const outcome = await patient.execute(counting(tally()), sent(), ana);
  expect(outcome).toMatchObject({ status: 'accepted' });
});

test('A write in doubt that later only meets conflicts stays in doubt: the answer is OUTCOME_UNKNOWN, not BUSY', async () => {
  const stream = tally();
  await elsewhere.execute(counting(stream), sent(), ana);
  let updates = 0;
  // The driver sends a write again once by itself, so two are cut.
  proxy.judge((command) => {
    updates += Number(command === 'update');
    return command === 'update' && updates <= 2 ? 'cut before' : 'pass';
  });
  await failCommands(store, { failCommands: ['update'], errorCode: 112 });
  vi.spyOn(Math, 'random').mockReturnValue(0); // No pauses between the tries.
  const outcome = await store.execute(countingAlone(stream), sent(), ana);
  vi.restoreAllMocks();
  expect(updates).toBeGreaterThan(2);
  expect(outcome).toMatchObject({ refusal: { code: 'OUTCOME_UNKNOWN' } });
});

describe('What was carried out without an answer, and then meets a fault, is answered with OUTCOME_UNKNOWN', () => {
  const fault = { errorCode: 13 } as const;
  const unknown = { status: 'refused', refusal: { code: 'OUTCOME_UNKNOWN' }, kept: false };

  test.each([
    ['a write without a transaction', 'update', 'find', countingAlone],
    ['a commit', 'commitTransaction', 'commitTransaction', counting],
  ] as const)('%s', async (_, write, next, wish) => {
    const stream = tally();
    await elsewhere.execute(counting(stream), sent(), ana);
    let writes = 0;
    // The driver sends a write again once by itself, so two answers are cut.
    proxy.judge(async (command): Promise<Verdict> => {
      if (command === next && writes === 2) {
        await failCommands(store, { failCommands: [next], ...fault });
      }
      if (command !== write) return 'pass';
      writes += 1;
      return writes <= 2 ? 'cut after' : 'pass';
    });
    const command = sent();
    expect(await store.execute(wish(stream), command, ana)).toEqual(unknown);
    expect((await elsewhere.readWhole(stream)).position).toBe(2);
    expect(await elsewhere.execute(wish(stream), command, ana)).toMatchObject({
      status: 'accepted',
    });
    expect((await elsewhere.readWhole(stream)).position).toBe(2);
  });
});

describe('The lane', () => {
  /** Lets no commit pass until it is released; `reached` when the first one waits. */
  const holdingCommits = () => {
    let commits = 0;
    const release = promised();
    const reached = promised();
    proxy.judge(async (command): Promise<Verdict> => {
      if (command !== 'commitTransaction') return 'pass';
      commits += 1;
      reached.resolve();
      await release.promise;
      return 'pass';
    });
    return { reached: reached.promise, release: release.resolve, commits: () => commits };
  };
  const promised = () => {
    const settle = { resolve: () => {} };
    const promise = new Promise<void>((resolve) => {
      settle.resolve = resolve;
    });
    return { promise, resolve: settle.resolve };
  };

  test('takes all that waits in one transaction while the one before is under way', async () => {
    const { reached, release, commits } = holdingCommits();
    const first = store.execute(counting(tally()), sent(), ana);
    await reached;
    const waiting = Array.from({ length: 50 }, () => store.execute(counting(tally()), sent(), ana));
    release();
    await Promise.all([first, ...waiting]);
    expect(commits()).toBe(2);
  });

  test('refuses with BUSY what is past its queue, and serves the others', async () => {
    const small = await openBeside(elsewhere, { uri: proxy.uri, limits: { queue: 3 } });
    const { reached, release } = holdingCommits();
    const stream = tally();
    const send = () => small.execute(counting(stream), sent(), ana);
    const first = send();
    await reached;
    const later = [send(), send(), send(), send(), send()];
    const busy = { status: 'refused', refusal: { code: 'BUSY' }, kept: false };
    expect(await Promise.all(later.slice(3))).toEqual([busy, busy]);
    release();
    const served = await Promise.all([first, ...later.slice(0, 3)]);
    expect(served.map(({ status }) => status)).toEqual(served.map(() => 'accepted'));
    expect((await small.readWhole(stream)).position).toBe(4);
    expect(await send()).toMatchObject({ status: 'accepted' });
  });
});
