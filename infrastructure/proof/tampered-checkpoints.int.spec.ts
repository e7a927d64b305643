import { expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { matching } from '../testing/matching';
import { proved } from '../testing/proof/proved';
import { writtenStore } from '../testing/proof/written-store';

test('A checkpoint ahead of the log is found; one of a log that was lost is told', async () => {
  const { store, log } = await writtenStore();
  const subscriptions = log.db.collection<{ _id: string; generation: string; position: number }>(
    'subscriptions',
  );
  const { generation, position } = (await proved(store)).head ?? { generation: '', position: 0 };
  await subscriptions.insertMany([
    { _id: 'there', generation, position },
    { _id: 'ahead', generation, position: position + 1 },
    { _id: 'elsewhere', generation: uuidv7(), position: 99 },
  ]);
  const { breaks, checkpoints, ofAnotherLog } = await proved(store);
  expect(breaks).toMatchObject([
    { count: 1, first: { kind: 'checkpoint', what: matching(/of ahead stands/) } },
  ]);
  expect({ checkpoints, ofAnotherLog }).toEqual({ checkpoints: 3, ofAnotherLog: ['elsewhere'] });
});
