import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { openLeases, underLease, type Held, type Leases, type LeaseTimes } from './lease';
import { quick } from './testing/event-log/logs';
import { startProxy, type Proxy } from './testing/event-store/proxy';
import { openBeside, openStore, type OpenStore } from './testing/event-store/toy-store';
import { testMongodbUri } from './testing/test-mongodb';

let store: OpenStore;
let leases: Leases;
beforeAll(async () => {
  store = await openStore();
  leases = await openLeases(store.client.db(store.databaseName));
});

/** The leases over a connection that can be held up. */
const throughProxy = async (): Promise<[Leases, Proxy]> => {
  const proxy = await startProxy(testMongodbUri());
  const beside = await openBeside(store, { uri: proxy.uri });
  return [await openLeases(beside.client.db(store.databaseName)), proxy];
};

/** Someone who works under a lease until told otherwise, and what it was handed. */
const worker = (through: Leases, name: string, times: LeaseTimes = quick) => {
  const stop = new AbortController();
  const held: Held[] = [];
  const work = async (lease: Held) => {
    held.push(lease);
    await new Promise((over) => {
      lease.signal.addEventListener('abort', over);
    });
  };
  const ended = underLease(through, name, uuidv7(), work, {
    stop: stop.signal,
    failed: () => undefined,
    times,
  });
  const end = async () => {
    stop.abort();
    await ended;
  };
  onTestFinished(end);
  return { held, end };
};

const atWork = ({ held }: { readonly held: readonly Held[] }) =>
  expect.poll(() => held.length, { timeout: 10_000 }).toBe(1);

test('52: Of many one works; when it ends another does, with a higher fence', async () => {
  const name = uuidv7();
  const first = worker(leases, name);
  await atWork(first);
  const others = Array.from({ length: 5 }, () => worker(leases, name));
  await pause(quick.lastsMs + 2 * quick.retryMs);
  expect(first.held).toHaveLength(1);
  expect(others.flatMap(({ held }) => held)).toEqual([]);
  await first.end();
  await expect.poll(() => others.flatMap(({ held }) => held).length).toBe(1);
  const [next] = others.flatMap(({ held }) => held);
  expect(next?.fence).toBeGreaterThan(first.held[0]?.fence ?? Infinity);
});

test('The fence of a lease grows also when the leases were lost', async () => {
  const name = uuidv7();
  const first = worker(leases, name);
  await atWork(first);
  await first.end();
  await pause(2);
  await leases.deleteMany({ _id: name });
  const second = worker(leases, name);
  await atWork(second);
  expect(second.held[0]?.fence).toBeGreaterThan(first.held[0]?.fence ?? Infinity);
});

test('A lease that cannot be renewed is over when it has run out, although the database does not answer', async () => {
  const [through, proxy] = await throughProxy();
  const cutOff = worker(through, uuidv7());
  await atWork(cutOff);
  let answer = () => {};
  proxy.judge((command) =>
    command === 'update'
      ? new Promise(
          (go) =>
            (answer = () => {
              go('pass');
            }),
        )
      : 'pass',
  );
  await expect
    .poll(() => cutOff.held[0]?.signal.aborted, { timeout: quick.lastsMs + 1000 })
    .toBe(true);
  proxy.judge(() => 'pass');
  answer();
});

test('Told to stop while its lease is on the way, it stops', async () => {
  const [through, proxy] = await throughProxy();
  let arrives = () => {};
  const onTheWay = new Promise<void>((resolve) => {
    proxy.judge((command) => {
      if (command !== 'findAndModify') return 'pass';
      resolve();
      return new Promise(
        (go) =>
          (arrives = () => {
            go('pass');
          }),
      );
    });
  });
  const stopped = worker(through, uuidv7());
  await onTheWay;
  const ended = stopped.end();
  arrives();
  expect(await Promise.race([ended.then(() => 'ended'), pause(5000, 'goes on')])).toBe('ended');
});
