import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBackground, type Background } from '../background';
import { pauseSubscription } from '../event-log/operate-subscriptions';
import { checkpointOf, grow, listener, until } from '../testing/event-log/subscriptions';
import { ana, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';
import { largestStreams, lookedAtFrom, makeSizeIndexes } from './largest-streams';
import { standingOf } from './standing';

const told = listener();

/** Works on the log of a store as an app server does. */
const work = (store: OpenStore): Promise<Background> =>
  startBackground({
    client: store.client,
    databaseName: store.databaseName,
    store,
    subscriptionsOf: () => [told.subscription],
    observer: { logged: () => undefined, delivering: () => () => undefined },
    failed: () => undefined,
    completed: () => undefined,
  });

/** A piece of work that is held by this process, and by nobody else. */
const ours = expect.stringContaining(` ${process.pid} `) as string;

describe('How the log and its subscriptions are', () => {
  let store: OpenStore;
  let server: Background;
  beforeAll(async () => {
    store = await openStore();
    server = await work(store);
    await grow(store, 3);
    await until(() => told.heard.length === 3);
  });
  afterAll(() => server.stop());
  const standing = () => standingOf(server, []);

  test('is that they are at work, at the end, and could be resumed', async () => {
    await until(async () => (await standing()).subscriptions[0]?.behind.entries === 0);
    const { log, subscriptions } = await standing();
    expect(log).toMatchObject({ position: 3, writer: ours, lag: { events: 0, seconds: 0 } });
    expect(log?.oplog?.windowSeconds).toBeGreaterThan(0);
    expect(log?.oplog?.resumeAgeSeconds).toBeLessThan(60);
    expect(subscriptions).toMatchObject([
      { name: told.subscription.name, status: 'running', position: 3, worker: ours, parked: 0 },
    ]);
  });

  test('is by how much a subscription is behind that was paused, and since when', async () => {
    const { subscriptions } = server;
    expect(await pauseSubscription(subscriptions, told.subscription.name)).toBe('done');
    await grow(store, 2);
    await until(async () => (await standing()).log?.position === 5);
    const [paused] = (await standing()).subscriptions;
    expect(paused).toMatchObject({ status: 'paused', behind: { entries: 2 } });
    const since = paused?.behind.seconds ?? 0;
    await until(async () => ((await standing()).subscriptions[0]?.behind.seconds ?? 0) > since);
  });

  test('is the event at which one stopped, and how many were put aside', async () => {
    const { subscriptions } = server;
    const checkpoint = await checkpointOf(subscriptions, told.subscription);
    if (!checkpoint) throw new Error('There is no checkpoint');
    const failure = {
      position: 4,
      eventType: 'Counted',
      streamName: 'tally:x',
      message: 'Cannot handle 4',
      tries: 5,
      at: new Date(),
    };
    const parked = { _id: `${checkpoint._id}@4`, subscription: checkpoint._id, ...failure };
    await subscriptions.parked.insertOne(parked);
    await subscriptions.checkpoints.updateOne(
      { _id: checkpoint._id },
      { $set: { status: 'stopped', failure } },
    );
    expect((await standing()).subscriptions).toMatchObject([
      { status: 'stopped', failure: { position: 4, message: 'Cannot handle 4' }, parked: 1 },
    ]);
  });
});

test('Events that no process has put into the log are its lag, with the time they have waited', async () => {
  const store = await openStore();
  const server = await work(store);
  const standing = async () => (await standingOf(server, [])).log;
  await grow(store, 1);
  await until(async () => (await standing())?.position === 1);
  await server.stop();
  await grow(store, 2);
  expect(await standing()).toMatchObject({ position: 1, lag: { events: 2 }, writer: undefined });
  const since = (await standing())?.lag?.seconds ?? 0;
  expect((await standing())?.lag?.seconds).toBeGreaterThan(since);
});

describe('The largest streams', () => {
  test('are found by their length, with the size of their documents; short ones are not looked at', async () => {
    const store = await openStore();
    await makeSizeIndexes(store.storage);
    const [long, longer, short] = [tally(), tally(undefined, 'shelf'), tally()];
    for (let i = 0; i < lookedAtFrom + 10; i += 1) {
      if (i < lookedAtFrom) await store.execute(countingAlone(long), sent(), ana);
      await store.execute(countingAlone(longer), sent(), ana);
    }
    await store.execute(countingAlone(short), sent(), ana);
    const found = await largestStreams(store.storage);
    expect(found).toMatchObject([
      { streamName: `shelf:${longer.id}`, streamType: 'shelf', events: lookedAtFrom + 10 },
      { streamName: `tally:${long.id}`, streamType: 'tally', events: lookedAtFrom },
    ]);
    const collection = store.collectionOf('tally');
    const [document] = await collection
      .aggregate<{ bytes: number }>([
        { $match: { streamName: `tally:${long.id}` } },
        { $project: { bytes: { $bsonSize: '$$ROOT' } } },
      ])
      .toArray();
    expect(found[1]?.bytes).toBe(document?.bytes);
  });
});
