import { MongoNetworkError, MongoServerError } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { logOnce } from '../testing/event-log/logs';
import {
  begun,
  checkpointOf,
  grow,
  listener,
  pace,
  start,
  until,
  upTo,
} from '../testing/event-log/subscriptions';
import {
  parkedEvents,
  pauseSubscription,
  resumeSubscription,
  retrySubscription,
} from './operate-subscriptions';
import type { Subscription } from './subscription';

/** A subscription that handles a batch as one, or fails it; keeps the sizes it was handed. */
const allAtOnce = (
  failing: (positions: readonly number[]) => Error | undefined,
  onFailure: Subscription['onFailure'],
) => {
  const sizes: number[] = [];
  const handled: number[] = [];
  const { subscription } = listener({
    onFailure,
    deliver: async (entries, { moved }) => {
      sizes.push(entries.length);
      const positions = entries.map(({ _id }) => _id);
      const error = failing(positions);
      if (error) throw error;
      await moved(positions.at(-1) ?? 0, undefined);
      handled.push(...positions);
    },
  });
  return { sizes, handled, subscription };
};

const tooLong = () => new MongoServerError({ message: 'Transaction expired', code: 290 });

describe('A batch that cannot be handled as one', () => {
  test('is handed over in smaller ones when the transaction lasts too long', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 9);
    await logOnce(log, 9);
    const { sizes, handled, subscription } = allAtOnce(
      (positions) => (positions.length > 2 ? tooLong() : undefined),
      'stop',
    );
    await start(subscriptions, subscription);
    await until(() => handled.length === 9);
    expect(handled).toEqual(upTo(9));
    expect(sizes.slice(0, 3)).toEqual([9, 4, 2]);
  });

  test('58: stops at an event whose transaction alone lasts too long, with the reason', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 5);
    await logOnce(log, 5);
    const { subscription } = allAtOnce(
      (positions) => (positions.includes(3) ? tooLong() : undefined),
      'stop',
    );
    await start(subscriptions, subscription);
    const stopped = async () => checkpointOf(subscriptions, subscription);
    await until(async () => (await stopped())?.status === 'stopped');
    expect(await stopped()).toMatchObject({
      position: 2,
      failure: { position: 3, message: 'Transaction expired', tries: 3 },
    });
  });

  test('is no fault of its events when the database cannot be reached', async () => {
    const { store, subscriptions } = await begun();
    const { sizes, handled, subscription } = allAtOnce(
      () => (sizes.length <= 5 ? new MongoNetworkError('No route') : undefined),
      'park',
    );
    const { failures } = await start(subscriptions, subscription);
    await grow(store, 1);
    await until(() => handled.length === 1);
    expect(failures).toHaveLength(5);
    expect(await parkedEvents(subscriptions)).toEqual([]);
  });

  test('57: is gone through one by one to its end, however many of its events fail', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 10);
    await logOnce(log, 10);
    const bad = [2, 7];
    const { sizes, handled, subscription } = allAtOnce(
      (positions) => (positions.some((p) => bad.includes(p)) ? new Error('A bug') : undefined),
      'park',
    );
    await start(subscriptions, subscription);
    await until(() => handled.length === 8);
    expect(handled).toEqual([1, 3, 4, 5, 6, 8, 9, 10]);
    expect(sizes).toEqual([10, ...Array.from({ length: 8 + 2 * pace.tries }, () => 1)]);
  });
});

describe('An operator who is quick, while events are gone through one by one, has none passed over:', () => {
  test('a retry in the moment in which the subscription stops', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 5);
    await logOnce(log, 5);
    let mended = false;
    const { handled, subscription } = allAtOnce(
      (positions) => (!mended && positions.includes(3) ? new Error('A bug') : undefined),
      'stop',
    );
    const { checkpoints } = subscriptions;
    const updateOne = async (...args: Parameters<typeof checkpoints.updateOne>) => {
      const result = await checkpoints.updateOne(...args);
      mended ||= (await retrySubscription(subscriptions, subscription.name)) === 'done';
      return result;
    };
    const watched = new Proxy(checkpoints, {
      get: (target, key) =>
        key === 'updateOne' ? updateOne : (Reflect.get(target, key, target) as unknown),
    });
    await start({ ...subscriptions, checkpoints: watched }, subscription);
    await until(() => handled.includes(5));
    expect(handled).toEqual(upTo(5));
  });

  test('a pause and a going on while an event is handled', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 5);
    await logOnce(log, 5);
    let paused = false;
    const stored: number[] = [];
    const { subscription } = listener({
      deliver: async (entries, { moved }) => {
        const [{ _id } = { _id: 0 }, ...more] = entries;
        if (more.length > 0 && !paused) throw new Error('Only one by one');
        const pausing = _id === 3 && !paused;
        if (pausing) await pauseSubscription(subscriptions, subscription.name);
        paused ||= pausing;
        try {
          await moved(entries.at(-1)?._id ?? 0, undefined);
        } finally {
          if (pausing) await resumeSubscription(subscriptions, subscription.name);
        }
        stored.push(...entries.map((entry) => entry._id));
      },
    });
    await start(subscriptions, subscription);
    await until(() => stored.includes(5));
    expect(stored).toEqual(upTo(5));
  });
});

test('What is kept of an error quotes nothing of what was stored', async () => {
  const { store, subscriptions } = await begun();
  const message = 'E11000 duplicate key error index: words_1 dup key: { words: "Interview Ana" }';
  const { subscription } = allAtOnce(() => new MongoServerError({ message, code: 11000 }), 'stop');
  await start(subscriptions, subscription);
  await grow(store, 1);
  const failure = async () => (await checkpointOf(subscriptions, subscription))?.failure;
  await until(async () => (await failure()) !== undefined);
  expect((await failure())?.message).toBe('E11000 duplicate key error index: words_1 dup key');
});
