import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { leaseTimes, openLeases } from '../lease';
import { logOnce } from '../testing/event-log/logs';
import {
  begun,
  checkpointOf,
  grow,
  listener,
  start,
  until,
  upTo,
} from '../testing/event-log/subscriptions';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { counted, tally } from '../testing/event-store/toy-streams';
import { streamNameOf } from '../event-store/stream-document';
import { pauseSubscription, resumeSubscription, unsubscribe } from './operate-subscriptions';
import type { Delivery, Subscription } from './subscription';
import { waitUntilPassed } from './wait-until-passed';

describe('A subscription', () => {
  test('46, 49: hears all there is, then what comes, without hole or double', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 25);
    const { heard, subscription, positions } = listener();
    const growing = grow(store, 25);
    await start(subscriptions, subscription);
    await growing;
    await until(() => heard.length >= 50);
    expect(positions()).toEqual(upTo(50));
    expect(heard.map(({ event }) => event.metadata.messageId)).toEqual(
      (await logOnce(log, 50)).map(({ event }) => event.metadata.messageId),
    );
  });

  test('49: that begins at the end hears only what comes after', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 5);
    await logOnce(log, 5);
    const { subscription, positions } = listener({ begins: 'end' });
    await start(subscriptions, subscription);
    await until(async () => (await checkpointOf(subscriptions, subscription)) !== undefined);
    await grow(store, 3);
    await until(() => positions().length === 3);
    expect(positions()).toEqual([6, 7, 8]);
  });

  test('48: goes on after its checkpoint when it is started again; what came meanwhile is not lost', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 10);
    const { subscription, positions } = listener();
    const first = await start(subscriptions, subscription);
    await until(() => positions().length === 10);
    await first.end();
    await grow(store, 10);
    await logOnce(log, 20);
    await start(subscriptions, subscription);
    await until(() => positions().length === 20);
    expect(positions()).toEqual(upTo(20));
  });

  test('47: hears an event again that was handled and not checked off', async () => {
    const { store, subscriptions } = await begun();
    await grow(store, 3);
    const heard: number[] = [];
    let killed = false;
    const subscription: Subscription = {
      ...listener().subscription,
      deliver: async (entries, { moved }) => {
        for (const { _id } of entries) {
          heard.push(_id);
          if (_id === 2 && !killed) {
            killed = true;
            throw new Error('Killed between handling and checkpoint');
          }
          await moved(_id, undefined);
        }
      },
    };
    await start(subscriptions, subscription);
    await until(() => heard.includes(3));
    expect(heard).toEqual([1, 2, 2, 3]);
  });

  test('53: hears only its types, and its checkpoint moves past the others', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 5);
    const { heard, subscription } = listener({ eventTypes: ['NeverHappens'] });
    await start(subscriptions, subscription);
    await logOnce(log, 5);
    await until(async () => (await checkpointOf(subscriptions, subscription))?.position === 5);
    expect(heard).toEqual([]);
  });

  test('51: keeps its place to itself; ending one for good leaves the other', async () => {
    const { store, subscriptions } = await begun();
    await grow(store, 4);
    const [one, other] = [listener(), listener()];
    const running = await start(subscriptions, one.subscription);
    await start(subscriptions, other.subscription);
    await until(() => one.heard.length === 4 && other.heard.length === 4);
    await running.end();
    await unsubscribe(subscriptions, one.subscription.name, undefined);
    expect(await checkpointOf(subscriptions, one.subscription)).toBeUndefined();
    expect(await checkpointOf(subscriptions, other.subscription)).toMatchObject({ position: 4 });
  });

  test('54: pauses and resumes; resuming one that is not paused is refused', async () => {
    const { store, log, subscriptions } = await begun();
    const { heard, subscription } = listener();
    const { name } = subscription;
    await start(subscriptions, subscription);
    await grow(store, 2);
    await until(() => heard.length === 2);
    expect(await resumeSubscription(subscriptions, name)).toBe('not paused');
    expect(await pauseSubscription(subscriptions, name)).toBe('done');
    await grow(store, 2);
    await logOnce(log, 4);
    await pause(200);
    expect(heard).toHaveLength(2);
    expect(await resumeSubscription(subscriptions, name)).toBe('done');
    await until(() => heard.length === 4);
    expect(await pauseSubscription(subscriptions, 'nobody')).toBe('unknown');
  });
});

describe('Two processes on one subscription', () => {
  test('52: one works at a time; the other takes over when the first ends', async () => {
    const { store, subscriptions } = await begun();
    const { heard, subscription, positions } = listener();
    const workers = [
      await start(subscriptions, subscription),
      await start(subscriptions, subscription),
    ];
    await grow(store, 10);
    await until(() => heard.length === 10);
    await workers[0]?.end();
    await grow(store, 5);
    await until(() => heard.length === 15);
    expect(positions()).toEqual(upTo(15));
  });

  test('50, 52: one that hangs stores nothing any more after the other took over', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 3);
    await logOnce(log, 3);
    const hung = hanging();
    const first = listener();
    let moved: Delivery['moved'] = () => Promise.resolve();
    const stuck: Subscription = {
      ...first.subscription,
      deliver: async (_, delivery) => {
        moved = delivery.moved;
        await hung.promise;
      },
    };
    const leases = await openLeases(log.db);
    await start(subscriptions, stuck);
    await until(async () => (await checkpointOf(subscriptions, stuck)) !== undefined);
    // As a process that is frozen: its lease runs out while it still believes to hold it.
    await leases.updateOne({ _id: stuck.name }, { $set: { until: new Date(0) } });
    const second = { ...first.subscription };
    await start(subscriptions, second);
    await until(() => first.heard.length === 3);
    await expect(moved(1, undefined)).rejects.toThrow(/moved by somebody else/);
    hung.resolve(undefined);
    expect(await checkpointOf(subscriptions, second)).toMatchObject({ position: 3 });
    expect(leaseTimes.lastsMs + leaseTimes.retryMs).toBeLessThan(10_000);
  });
});

const hanging = () => {
  let resolve: (value: undefined) => void = () => undefined;
  const promise = new Promise<undefined>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

test('A caller can wait until a subscription has passed what its command wrote', async () => {
  const { store, subscriptions } = await begun();
  const { subscription } = listener();
  const stream = tally();
  await store.appendToStream(streamNameOf(stream), [counted(1)]);
  const outcome = await store.execute(counting(stream), sent(), ana);
  if (outcome.status !== 'accepted') throw new Error('It should have been accepted');
  expect(await waitUntilPassed(subscriptions, subscription.name, outcome.positions, 300)).toBe(
    false,
  );
  await start(subscriptions, subscription);
  expect(await waitUntilPassed(subscriptions, subscription.name, outcome.positions, 30_000)).toBe(
    true,
  );
  expect(await waitUntilPassed(subscriptions, subscription.name, {}, 0)).toBe(true);
});
