import { describe, expect, test } from 'vitest';
import { aLog, aReadModel, aRebuild, aSubscription } from './standing.fixture';
import { troublesOf } from './troubles';

const standing = {
  log: aLog,
  subscriptions: [aSubscription],
  readModels: [aReadModel],
  largest: [],
};
const behind = { entries: 900, seconds: 600 };

describe('What is wrong', () => {
  test('is nothing, when all are at work and close behind one another', () => {
    expect(troublesOf(standing)).toEqual([]);
  });

  test('58: with a subscription that stopped is that it stopped, not that it is late', () => {
    const stopped = { ...aSubscription, status: 'stopped', behind } as const;
    expect(troublesOf({ ...standing, subscriptions: [stopped] })).toEqual([
      { what: 'subscription', name: aSubscription.name, state: 'stopped' },
    ]);
  });

  test.each([
    ['paused', { status: 'paused' }, 'paused'],
    ['one that nobody works on', { worker: undefined, behind }, 'nobody at work'],
    ['one that is far behind', { behind }, 'late'],
    ['one that has just been handed much', { behind: { entries: 900, seconds: 2 } }, undefined],
  ] as const)('with a subscription: %s', (_, changes, state) => {
    const found = troublesOf({ ...standing, subscriptions: [{ ...aSubscription, ...changes }] });
    expect(found.map((trouble) => trouble.state)).toEqual(state ? [state] : []);
  });

  test.each([
    ['there is none', undefined, 'nobody at work'],
    ['nobody writes it', { ...aLog, writer: undefined }, 'nobody at work'],
    ['it is far behind the documents', { ...aLog, lag: { events: 3, seconds: 40 } }, 'late'],
    ['its lag cannot be told', { ...aLog, lag: undefined }, 'being completed or unknown'],
  ] as const)('with the log: %s', (_, log, state) => {
    const found = troublesOf({ ...standing, log });
    expect(found).toEqual([{ what: 'log', name: 'sequencer', state }]);
  });

  test('with a rebuild that was given up is that it failed; one that goes on is no trouble', () => {
    const failed = { ...aReadModel, rebuild: { ...aRebuild, failure: 'Cannot read 7' } };
    const going = { ...aReadModel, rebuild: aRebuild };
    expect(troublesOf({ ...standing, readModels: [failed, going] })).toEqual([
      { what: 'rebuild', name: aReadModel.name, state: 'failed' },
    ]);
  });
});
