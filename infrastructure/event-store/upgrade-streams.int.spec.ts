import { expect, test } from 'vitest';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally, toyDefinitions, type TallyRef } from '../testing/event-store/toy-streams';
import { setFormat } from './store-format';
import { upgradeStreams } from './upgrade-streams';

const streamTypes = toyDefinitions.map(({ type }) => type);
const noProgress = () => undefined;

/** Takes the hashes away, as the version before them wrote its streams. */
const writtenBefore = async (store: OpenStore) => {
  for (const type of streamTypes) {
    await store.collectionOf(type).updateMany({}, {
      $unset: {
        'messages.$[].metadata.hash': '',
        'messages.$[].metadata.previousHash': '',
        'metadata.lastHash': '',
      },
    } as object);
  }
  await setFormat(store.client.db(store.databaseName), 1);
};

const upgrade = (
  { client, databaseName }: OpenStore,
  progress: (done: number, all: number) => void = noProgress,
) => upgradeStreams({ client, databaseName, streamTypes, progress });

const grown = async (store: OpenStore, streams: number) => {
  const refs = Array.from({ length: streams }, () => tally());
  for (const ref of refs) {
    for (let i = 0; i < 3; i += 1) await store.execute(counting(ref), sent(), ana);
  }
  return refs;
};

const wholeOf = (store: OpenStore, refs: readonly TallyRef[]) =>
  Promise.all(refs.map((ref) => store.readWhole(ref)));

test('Streams of an earlier version are refused with the way out, until they are upgraded', async () => {
  const store = await openStore();
  const refs = await grown(store, 3);
  const before = await wholeOf(store, refs);
  await writtenBefore(store);
  await expect(openBeside(store)).rejects.toThrow(/npm run upgrade/);
  const told: string[] = [];
  expect(await upgrade(store, (done, all) => told.push(`${done}/${all}`))).toBe(3);
  expect(told).toEqual(['1/3', '2/3', '3/3']);
  const after = await openBeside(store);
  expect(await wholeOf(after, refs)).toEqual(before);
  expect(await upgrade(store)).toBe(0);
  await after.execute(counting(...(refs as [TallyRef])), sent(), ana);
  const [first] = await wholeOf(after, refs);
  expect(first?.events[3]?.metadata.previousHash).toBe(before[0]?.events[2]?.metadata.hash);
});

test('An upgrade that was broken off goes on where it was', async () => {
  const store = await openStore();
  const refs = await grown(store, 4);
  const before = await wholeOf(store, refs);
  await writtenBefore(store);
  const breaking = upgrade(store, (done) => {
    if (done === 2) throw new Error('Broken off');
  });
  await expect(breaking).rejects.toThrow('Broken off');
  await expect(openBeside(store)).rejects.toThrow(/npm run upgrade/);
  expect(await upgrade(store)).toBe(2);
  expect(await wholeOf(await openBeside(store), refs)).toEqual(before);
});

test('Streams of a newer version are refused', async () => {
  const store = await openStore();
  await setFormat(store.client.db(store.databaseName), 99);
  await expect(openBeside(store)).rejects.toThrow(/newer version/);
});
