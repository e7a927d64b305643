import { expect, test } from 'vitest';
import { firstVersion, thirdVersion, type ThirdTally } from '@/domain/testing/tally-versions';
import { streamNameOf } from '../event-store/stream-document';
import { logOf, logOnce, startSequencer } from '../testing/event-log/logs';
import { until } from '../testing/event-log/subscriptions';
import { ana, ben, counting, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally, type TallyRef } from '../testing/event-store/toy-streams';
import { documentsOf, wrongsOf } from '../testing/keeping/compare';
import { eventsOf, exported, imported } from '../testing/keeping/exports';
import { killedAt } from '../testing/keeping/killed';

const together = () => [tally(), tally(undefined, 'shelf')] as const;

/** A store in which streams of both types have grown together and alone, by two persons. */
const grown = async () => {
  const store = await openStore();
  const pairs = Array.from({ length: 4 }, together);
  for (const [one, other] of [...pairs, ...pairs]) {
    await store.execute(counting(one, other), sent(), ana);
    await store.execute(countingAlone(other), sent(), ben);
  }
  return { store, streams: pairs.flat() };
};

const wholeOf = (store: OpenStore, streams: readonly TallyRef[]) =>
  Promise.all(streams.map((stream) => store.readWhole(stream)));

const allOf = async ({ client, databaseName }: OpenStore) => {
  const db = client.db(databaseName);
  return [await documentsOf(db, 'emt:tally'), await documentsOf(db, 'emt:shelf')];
};

test('Imported streams are what they were: events, metadata, hashes, positions, and states folded anew', async () => {
  const { store, streams } = await grown();
  const target = await openStore();
  expect(await imported(target, await exported(store))).toEqual({
    streams: 8,
    events: 24,
    present: 0,
    forgotten: 0,
  });
  expect(await wholeOf(target, streams)).toEqual(await wholeOf(store, streams));
  expect(await wrongsOf(target)).toEqual([]);
  const [first, ...others] = streams;
  if (!first) throw new Error('There are no streams');
  await target.execute(counting(first, ...others), sent(), ana);
  expect(await wrongsOf(target)).toEqual([]);
});

test('The log takes imported events, those of one write side by side and no effect before its cause', async () => {
  const { store } = await grown();
  const target = await openStore();
  const log = await logOf(target);
  const { failures } = await startSequencer(log);
  const file = await exported(store);
  await imported(target, file);
  const entries = await logOnce(log, 24);
  expect(entries.map(({ event }) => event)).toEqual(await eventsOf(file));
  const stamps = entries.map(({ event }) => event.metadata.commit.at);
  expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
  expect(failures).toEqual([]);
  expect(await wrongsOf(target)).toEqual([]);
});

test('The same file twice changes nothing, nor does an older one', async () => {
  const { store, streams } = await grown();
  const older = await exported(store);
  const [one, other] = streams;
  if (!one || !other) throw new Error('There are no streams');
  await store.execute(counting(one, other), sent(), ana);
  const file = await exported(store);
  const target = await openStore();
  await imported(target, file);
  const before = await allOf(target);
  expect(await imported(target, file)).toEqual({
    streams: 8,
    events: 26,
    present: 26,
    forgotten: 0,
  });
  expect(await imported(target, older)).toEqual({
    streams: 8,
    events: 24,
    present: 24,
    forgotten: 0,
  });
  expect(await allOf(target)).toEqual(before);
});

test('A newer file adds what came since', async () => {
  const { store, streams } = await grown();
  const target = await openStore();
  await imported(target, await exported(store));
  const [one, other] = streams;
  if (!one || !other) throw new Error('There are no streams');
  await store.execute(counting(one, other), sent(), ana);
  await store.execute(counting(tally(), one), sent(), ana);
  expect(await imported(target, await exported(store))).toMatchObject({ events: 28, present: 24 });
  expect(await wholeOf(target, streams)).toEqual(await wholeOf(store, streams));
});

test('An export of some types can be imported alone, and does not stall the log', async () => {
  const { store, streams } = await grown();
  const target = await openStore();
  const log = await logOf(target);
  const { completions } = await startSequencer(log);
  await until(() => completions.length === 1);
  const file = await exported(store, ['tally']);
  expect(await imported(target, file)).toEqual({ streams: 4, events: 8, present: 0, forgotten: 0 });
  expect(await logOnce(log, 8)).toHaveLength(8);
  expect(completions).toHaveLength(1);
  await imported(target, await exported(store));
  expect(await logOnce(log, 24)).toHaveLength(24);
  expect(await wholeOf(target, streams)).toEqual(await wholeOf(store, streams));
  expect(await wrongsOf(target)).toEqual([]);
});

test('Events of earlier versions are imported as they are stored, and folded as they are read', async () => {
  const first = await openStore({ definitions: [firstVersion] });
  const third = await openBeside(first, { definitions: [thirdVersion] });
  const stream = tally() as ThirdTally;
  const name = streamNameOf(stream);
  await first.appendToStream(name, [{ type: 'Counted', data: { by: 1 } }]);
  await third.appendToStream(name, [{ type: 'Added', data: { amount: 2, unit: 'box' } }]);
  const file = await exported(third, ['tally']);
  const target = await openStore({ definitions: [thirdVersion] });
  await imported(target, file, [thirdVersion]);
  expect(await target.readWhole(stream)).toEqual(await third.readWhole(stream));
  expect(await target.readWhole(stream)).toMatchObject({ state: { sum: 3 }, foldMatches: true });
  const earlier = await openStore({ definitions: [firstVersion] });
  await expect(imported(earlier, file, [firstVersion])).rejects.toThrow(/line 3.*knows no Added/);
});

test('An import killed in the middle goes on where it was', async () => {
  const store = await openStore();
  const streams = Array.from({ length: 150 }, () => tally());
  await Promise.all(streams.map((stream) => store.execute(counting(stream), sent(), ana)));
  const file = await exported(store);
  const target = await openStore();
  const { databaseName } = target;
  await killedAt({ does: 'import', step: 'Importing events', done: 100, databaseName, path: file });
  expect(await imported(target, file)).toEqual({
    streams: 150,
    events: 150,
    present: 100,
    forgotten: 0,
  });
  expect(await wholeOf(target, streams)).toEqual(await wholeOf(store, streams));
  expect(await wrongsOf(target)).toEqual([]);
});
