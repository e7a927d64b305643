import { beforeAll, describe, expect, test } from 'vitest';
import { clientTimeouts } from '../mongodb/client';
import { startProxy, type Proxy, type Verdict } from '../testing/event-store/proxy';
import { ana, counting, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';
import { testMongodbUri } from '../testing/test-mongodb';

let direct: OpenStore;
let cuttable: OpenStore;
let proxy: Proxy;
beforeAll(async () => {
  direct = await openStore();
  proxy = await startProxy(testMongodbUri());
  // The app waits longer for an answer; see the last test.
  cuttable = await openBeside(direct, { uri: proxy.uri, clientOptions: { socketTimeoutMS: 600 } });
});

/** Passes all commands but the n-th, counted from 1, which meets its fate. */
const atCommand = (n: number, fate: Verdict) => {
  const commands: string[] = [];
  proxy.judge((command) => (commands.push(command) === n ? fate : 'pass'));
  return commands;
};

/** A command over a stream that exists and a new one, and over one alone. */
const wholeWish = async () => {
  const [existing, fresh] = [tally(), tally(undefined, 'shelf')];
  await direct.execute(counting(existing), sent(), ana);
  return { definition: counting(existing, fresh), streams: [existing, fresh] };
};
const aloneWish = () => {
  const stream = tally();
  return Promise.resolve({ definition: countingAlone(stream), streams: [stream] });
};
const wishes = { 'over two streams': wholeWish, alone: aloneWish } as const;

const commandsOf = async (wish: keyof typeof wishes) => {
  const { definition } = await wishes[wish]();
  const commands = atCommand(0, 'pass');
  await cuttable.execute(definition, sent(), ana);
  return commands;
};

describe.each(Object.keys(wishes) as (keyof typeof wishes)[])('A command %s', (wish) => {
  test.each(['cut before', 'cut after', 'swallow before', 'swallow after'] as const)(
    'is done once, whichever of its messages the connection breaks or falls silent at (%s)',
    async (fate) => {
      const { length } = await commandsOf(wish);
      for (let n = 1; n <= length; n += 1) {
        const { definition, streams } = await wishes[wish]();
        const before = await direct.readStates(streams);
        const commands = atCommand(n, fate);
        const outcome = await cuttable.execute(definition, sent(), ana);
        expect(outcome, commands.join()).toMatchObject({ status: 'accepted' });
        const after = await direct.readStates(streams);
        const grown = after.map(({ state }, i) => state.sum - (before[i]?.state.sum ?? 0));
        expect(grown, commands.join()).toEqual(streams.map(() => 1));
      }
    },
  );
});

test('What the matrix above cuts is every operation there is: loads, writes and the commit', async () => {
  const operations = ['find', 'find', 'update', 'insert', 'commitTransaction'];
  expect(await commandsOf('over two streams')).toEqual(operations);
  expect(await commandsOf('alone')).toEqual(['find', 'insert']);
});

describe.concurrent('When the connection stays broken from one message on', () => {
  /** A store whose connections all break from its n-th command on. */
  const doomed = async (n: number, fate: Verdict) => {
    const line = await startProxy(testMongodbUri());
    const store = await openBeside(direct, {
      uri: line.uri,
      limits: { patience: 50 },
      clientOptions: { serverSelectionTimeoutMS: 5000 },
    });
    let seen = 0;
    line.judge(() => {
      seen += 1;
      if (seen < n) return 'pass';
      return seen === n ? fate : 'cut before';
    });
    return store;
  };
  const commit = 5;
  const rows = [1, 2, 3, 4, commit].flatMap((n) => [
    [n, 'cut before'] as const,
    [n, 'cut after'] as const,
  ]);

  test.concurrent.for(rows)(
    '(%i, %s) all of it is done or none; sent again elsewhere, it acts once',
    async ([n, fate], { expect }) => {
      const store = await doomed(n, fate);
      const { definition, streams } = await wholeWish();
      const command = sent();
      const outcome = await store.execute(definition, command, ana);
      const code = n < commit ? 'UNAVAILABLE' : 'OUTCOME_UNKNOWN';
      expect(outcome).toEqual({ status: 'refused', refusal: { code }, kept: false });
      const done = n === commit && fate === 'cut after';
      const positions = async () => (await direct.readStates(streams)).map((s) => s.position);
      expect(await positions()).toEqual(done ? [2, 1] : [1, 0]);
      const elsewhere = await openBeside(direct);
      let again = await elsewhere.execute(definition, command, ana);
      // The server keeps the streams of the dead transaction for a few seconds: BUSY until then.
      while (again.status === 'refused' && again.refusal.code === 'BUSY') {
        again = await elsewhere.execute(definition, command, ana);
      }
      expect(again).toMatchObject({ status: 'accepted' });
      expect(await positions()).toEqual([2, 1]);
    },
  );
});

const unavailable = { status: 'refused', refusal: { code: 'UNAVAILABLE' } } as const;
const accepted = { status: 'accepted' } as const;

test.concurrent.for([
  ['find', 'swallow before', unavailable],
  ['commitTransaction', 'swallow before', unavailable],
  ['commitTransaction', 'swallow after', accepted],
] as const)(
  'A network that falls silent (%s, %s) keeps a command and those behind it no longer than the app’s client waits',
  async ([operation, fate, ended], { expect }) => {
    const line = await startProxy(testMongodbUri());
    const store = await openBeside(direct, { uri: line.uri, clientOptions: clientTimeouts });
    const [first, second] = [tally(), tally()];
    await store.execute(counting(first), sent(), ana);
    let swallowed = false;
    const begun = performance.now();
    const silent = new Promise<void>((reached) => {
      line.judge((command) => {
        if (swallowed || command !== operation) return 'pass';
        swallowed = true;
        reached();
        return fate;
      });
    });
    const command = sent();
    const stuck = store.execute(counting(first), command, ana);
    await silent;
    const behind = store.execute(counting(second), sent(), ana);
    expect(await stuck).toMatchObject(ended);
    expect(await behind).toMatchObject(accepted);
    expect(performance.now() - begun).toBeLessThan(clientTimeouts.socketTimeoutMS + 5000);
    await store.execute(counting(first), command, ana);
    expect((await direct.readWhole(first)).position).toBe(2);
  },
);
