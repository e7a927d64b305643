import { expect, test } from 'vitest';
import { firstVersion, secondVersion, thirdVersion } from '@/domain/testing/tally-versions';
import { startProxy } from '../testing/event-store/proxy';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';
import { testMongodbUri } from '../testing/test-mongodb';
import { refoldStates } from './refold-states';
import type { AnyStreamDefinition } from './state-projection';
import { streamNameOf } from './stream-document';

const counted = { type: 'Counted', data: { by: 2 } } as const;

/** Streams that the first version wrote, by their names. */
const written = async (streams: number) => {
  const store = await openStore({ definitions: [firstVersion] });
  const names = Array.from({ length: streams }, () => streamNameOf(tally()));
  for (const name of names) await store.appendToStream(name, [counted, counted]);
  return { store, names };
};

const refold = (
  { client, databaseName }: OpenStore,
  definition: AnyStreamDefinition,
  progress: (done: number, all: number) => void = () => undefined,
) => refoldStates({ client, databaseName, definitions: [definition], progress });

const documents = (store: OpenStore) =>
  store.collectionOf('tally').find().sort({ streamName: 1 }).toArray();

const today = { sum: 4, units: ['piece', 'piece'], _metadata: { schemaVersion: 3 } };

test('States of an earlier version are folded anew, in place, and nothing else is touched', async () => {
  const { store } = await written(3);
  const before = await documents(store);
  const told: string[] = [];
  const outcome = await refold(store, thirdVersion, (done, all) => told.push(`${done}/${all}`));
  expect(outcome).toEqual({ refolded: 3, left: 0 });
  expect(told).toEqual(['3/3']);
  const after = await documents(store);
  expect(after.map(({ projections }) => projections?.state)).toMatchObject([today, today, today]);
  const rest = (all: typeof after) => all.map(({ projections: _, ...others }) => others);
  expect(rest(after)).toEqual(rest(before));
  expect(await refold(store, thirdVersion)).toEqual({ refolded: 0, left: 0 });
});

test('A state folded anew is the one that the append had stored', async () => {
  const store = await openStore({ definitions: [thirdVersion] });
  const added = { type: 'Added', data: { amount: 1, unit: 'box' } } as const;
  await store.appendToStream(streamNameOf(tally()), [added, added]);
  const before = await documents(store);
  await store.collectionOf('tally').updateMany({}, { $unset: { projections: '' } });
  expect(await refold(store, thirdVersion)).toEqual({ refolded: 1, left: 0 });
  expect(await documents(store)).toEqual(before);
});

test('A stream that grows meanwhile keeps the state of whoever appended', async () => {
  const { store, names } = await written(2);
  const [name = ''] = names;
  const third = await openBeside(store, { definitions: [thirdVersion] });
  const proxy = await startProxy(testMongodbUri());
  const slow = await openBeside(store, { uri: proxy.uri, definitions: [firstVersion] });
  proxy.judge(async (command) => {
    if (command !== 'update') return 'pass' as const;
    await third.appendToStream(name, [{ type: 'Added', data: { amount: 1, unit: 'box' } }]);
    proxy.judge(() => 'pass');
    return 'pass' as const;
  });
  expect(await refold(slow, thirdVersion)).toEqual({ refolded: 1, left: 0 });
  const document = await store.collectionOf('tally').findOne({ streamName: name });
  expect(document?.projections?.state).toMatchObject({ sum: 5 });
});

test('An older version leaves the states of newer ones alone, and streams that newer code wrote in', async () => {
  const { store, names } = await written(2);
  const [name = ''] = names;
  const third = await openBeside(store, { definitions: [thirdVersion] });
  await third.appendToStream(name, [{ type: 'Cleared', data: {} }]);
  const before = await documents(store);
  expect(await refold(store, firstVersion)).toEqual({ refolded: 0, left: 0 });
  expect(await documents(store)).toEqual(before);
  await store
    .collectionOf('tally')
    .updateOne({ streamName: name }, { $unset: { projections: '' } });
  expect(await refold(store, secondVersion)).toEqual({ refolded: 1, left: 1 });
});

test('Broken off, it goes on where it was', async () => {
  const { store } = await written(150);
  const breaking = refold(store, thirdVersion, () => {
    throw new Error('Broken off');
  });
  await expect(breaking).rejects.toThrow('Broken off');
  expect(await refold(store, thirdVersion)).toEqual({ refolded: 50, left: 0 });
});
