import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { failCommands } from '../testing/event-store/fail-commands';
import { logOnce } from '../testing/event-log/logs';
import {
  begun,
  checkpointOf,
  grow,
  listener,
  pace,
  start,
  until,
  untilStopped,
  upTo,
} from '../testing/event-log/subscriptions';
import { CheckpointMoved, park } from './checkpoint';
import { beginAgain, parkedEvents, retrySubscription, skipEvent } from './operate-subscriptions';
import { replayParked } from './replay-parked';

describe('An event that cannot be handled', () => {
  test('56, 58: stops its subscription alone, before the event, with the reason; others go on', async () => {
    const { store, subscriptions } = await begun();
    const [bad, good] = [listener(), listener()];
    bad.poison.at = ({ _id }) => _id === 3;
    await start(subscriptions, bad.subscription);
    await start(subscriptions, good.subscription);
    await grow(store, 5);
    await until(() => good.heard.length === 5);
    expect(await untilStopped(subscriptions, bad.subscription)).toMatchObject({
      position: 2,
      failure: { position: 3, eventType: 'Counted', message: 'Cannot handle 3', tries: 3 },
    });
    bad.poison.at = () => false;
    expect(await retrySubscription(subscriptions, bad.subscription.name)).toBe('done');
    await until(() => bad.heard.length === 5);
    expect(bad.positions()).toEqual(upTo(5));
  });

  test('58: can be skipped; it is kept among the parked ones', async () => {
    const { store, subscriptions } = await begun();
    const { heard, poison, subscription, positions } = listener();
    poison.at = ({ _id }) => _id === 2;
    await start(subscriptions, subscription);
    await grow(store, 3);
    expect(await skipEvent(subscriptions, subscription.name)).not.toBe('done');
    await untilStopped(subscriptions, subscription);
    expect(await skipEvent(subscriptions, subscription.name)).toBe('done');
    await until(() => heard.length === 2);
    expect(positions()).toEqual([1, 3]);
    expect(await parkedEvents(subscriptions)).toMatchObject([{ position: 2 }]);
  });

  test('57: is parked after a bounded number of tries, later ones go on; it can be listed and replayed', async () => {
    const { store, subscriptions } = await begun();
    const { heard, poison, subscription, positions } = listener({ onFailure: 'park' });
    const tried: number[] = [];
    poison.at = ({ _id }) => {
      tried.push(_id);
      return _id === 2;
    };
    await start(subscriptions, subscription, { ...pace, batch: 1 });
    await grow(store, 4);
    await until(() => heard.length === 3);
    expect(positions()).toEqual([1, 3, 4]);
    expect(tried.filter((position) => position === 2)).toHaveLength(3);
    const parked = await parkedEvents(subscriptions);
    expect(parked).toMatchObject([{ subscription: subscription.name, position: 2, tries: 3 }]);
    await expect(replayParked(subscriptions, subscription, 2)).rejects.toThrow('Cannot handle 2');
    poison.at = () => false;
    expect(await replayParked(subscriptions, subscription, 2)).toBe('done');
    expect(await parkedEvents(subscriptions)).toEqual([]);
    expect(positions()).toEqual([1, 3, 4, 2]);
  });
});

describe('Putting an event aside and moving past it are both done or neither', () => {
  const setUp = async () => {
    const { store, subscriptions } = await begun();
    const { subscription, poison } = listener();
    poison.at = () => true;
    const worker = await start(subscriptions, subscription);
    await grow(store, 1);
    const checkpoint = async () => checkpointOf(subscriptions, subscription);
    await until(async () => (await checkpoint())?.status === 'stopped');
    await worker.end();
    const { failure, ...stopped } = (await checkpoint()) ?? {};
    if (!failure || !('_id' in stopped)) throw new Error('It did not stop');
    return { store, subscriptions, subscription, stopped, failure, checkpoint };
  };

  test('57: when it is parked by a process from which another has taken over', async () => {
    const { subscriptions, stopped, failure, checkpoint } = await setUp();
    await subscriptions.checkpoints.updateOne({ _id: stopped._id }, { $inc: { fence: 1 } });
    await expect(park(subscriptions, stopped, failure)).rejects.toThrow(CheckpointMoved);
    expect(await parkedEvents(subscriptions)).toEqual([]);
    expect(await checkpoint()).toMatchObject({ position: 0 });
  });

  test.each(['subscriptions', 'parked_events'])(
    '58: when it is skipped and the database refuses the write to %s',
    async (refusing) => {
      const { store, subscriptions, subscription, checkpoint } = await setUp();
      const namespace = `${store.databaseName}.${refusing}`;
      const end = await failCommands(store, {
        failCommands: ['update'],
        errorCode: 8000,
        namespace,
      });
      await expect(skipEvent(subscriptions, subscription.name)).rejects.toThrow();
      await end();
      expect(await parkedEvents(subscriptions)).toEqual([]);
      expect(await checkpoint()).toMatchObject({ status: 'stopped', position: 0 });
      expect(await skipEvent(subscriptions, subscription.name)).toBe('done');
      expect(await parkedEvents(subscriptions)).toHaveLength(1);
      expect(await checkpoint()).toMatchObject({ status: 'running', position: 1 });
    },
  );
});

describe('A checkpoint that does not belong to the log', () => {
  test('82: of one ahead of the log it is said, not waited for in silence', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 2);
    const { heard, subscription } = listener();
    const worker = await start(subscriptions, subscription);
    await until(() => heard.length === 2);
    await worker.end();
    await subscriptions.checkpoints.updateOne(
      { _id: subscription.name },
      { $set: { position: 9 } },
    );
    await logOnce(log, 2);
    await start(subscriptions, subscription);
    expect((await untilStopped(subscriptions, subscription))?.reason).toMatch(/ahead of the log/);
    expect(await beginAgain(subscriptions, subscription.name)).toBe('done');
    await until(() => heard.length === 4);
  });

  test('of another generation it is said; beginning again hears all of the new one', async () => {
    const { store, log, subscriptions } = await begun();
    await grow(store, 3);
    const { heard, subscription } = listener();
    const worker = await start(subscriptions, subscription);
    await until(() => heard.length === 3);
    await worker.end();
    await subscriptions.checkpoints.updateOne(
      { _id: subscription.name },
      { $set: { generation: uuidv7() } },
    );
    await logOnce(log, 3);
    await start(subscriptions, subscription);
    expect((await untilStopped(subscriptions, subscription))?.reason).toMatch(/lost and rebuilt/);
    expect(await beginAgain(subscriptions, subscription.name)).toBe('done');
    await until(() => heard.length === 6);
  });
});
