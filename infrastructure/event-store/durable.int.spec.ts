import { beforeAll, expect, test } from 'vitest';
import { ana, counting, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';

type Asked = {
  readonly startTransaction?: true;
  readonly readConcern?: { readonly level: string };
  readonly writeConcern?: { readonly w: string; readonly j: boolean };
};

let store: OpenStore;
const asked: (readonly [command: string, Asked])[] = [];
beforeAll(async () => {
  store = await openStore({ clientOptions: { monitorCommands: true } });
  store.client.on('commandStarted', ({ commandName, command }) => {
    const { startTransaction, readConcern, writeConcern } = command as Asked;
    asked.push([
      commandName,
      {
        ...(startTransaction && { startTransaction }),
        ...(readConcern && { readConcern: { level: readConcern.level } }),
        ...(writeConcern && { writeConcern: { w: writeConcern.w, j: writeConcern.j } }),
      },
    ]);
  });
});

const askedBy = async (act: () => Promise<unknown>) => {
  asked.length = 0;
  await act();
  return [...asked];
};

const journaledMajority = { writeConcern: { w: 'majority', j: true } };
const fromMajority = { readConcern: { level: 'majority' } };
const inSnapshot = { startTransaction: true, readConcern: { level: 'snapshot' } };

test('A transaction reads one snapshot, and is answered when a majority has it in its journal', async () => {
  const stream = tally();
  for (const write of ['insert', 'update']) {
    expect(await askedBy(() => store.execute(counting(stream), sent(), ana))).toEqual([
      ['find', inSnapshot],
      [write, {}],
      ['commitTransaction', journaledMajority],
    ]);
  }
});

test('A write without a transaction reads what a majority has, and is answered when it has it in its journal', async () => {
  const stream = tally();
  for (const write of ['insert', 'update']) {
    expect(await askedBy(() => store.execute(countingAlone(stream), sent(), ana))).toEqual([
      ['find', fromMajority],
      [write, journaledMajority],
    ]);
  }
});

test('What is read outside a transaction is what a majority has: nothing that could be taken back', async () => {
  const stream = tally();
  await store.execute(counting(stream), sent(), ana);
  const reads = await askedBy(async () => {
    await store.readWhole(stream);
    await store.readStates([stream]);
    await store.readSlice(stream, { from: 1 });
  });
  expect(reads).toEqual(reads.map(() => ['find', fromMajority]));
  expect(reads.length).toBeGreaterThan(2);
});
