import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll } from 'vitest';
import type { LogEntry } from '@/infrastructure/event-log/log-documents';
import type { Pace } from '@/infrastructure/event-log/hand-over';
import { followHead, LogHead } from '@/infrastructure/event-log/log-head';
import { oneByOne } from '@/infrastructure/event-log/one-by-one';
import { runSubscription, usualPace } from '@/infrastructure/event-log/run-subscription';
import {
  openSubscriptions,
  type Subscription,
  type Subscriptions,
} from '@/infrastructure/event-log/subscription';
import { openLeases, underLease } from '@/infrastructure/lease';
import { ana, counting, sent } from '../event-store/toy-commands';
import { openStore, type OpenStore } from '../event-store/toy-store';
import { tally } from '../event-store/toy-streams';
import { logOf, quick, startSequencer } from './logs';

/** Times that make a test short. */
export const pace: Pace = { ...usualPace, firstPauseMs: 5, lookEveryMs: 50, batch: 10, tries: 3 };

const ending: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(ending.splice(0).map((end) => end()));
});

/** A store with its log at work. */
export const begun = async () => {
  const store = await openStore();
  const log = await logOf(store);
  await startSequencer(log);
  return { store, log, subscriptions: await openSubscriptions(log) };
};

/** Works on a subscription as a process of its own would. */
export const start = async (
  subscriptions: Subscriptions,
  subscription: Subscription,
  its = pace,
) => {
  const stop = new AbortController();
  const head = new LogHead();
  const leases = await openLeases(subscriptions.log.db);
  const failures: unknown[] = [];
  const works = [
    followHead(subscriptions.log, head, stop.signal),
    underLease(
      leases,
      subscription.name,
      uuidv7(),
      (held) => runSubscription(subscriptions, subscription, head, held, its),
      { stop: stop.signal, failed: (error) => void failures.push(error), times: quick },
    ),
  ];
  const end = async () => {
    stop.abort();
    await Promise.all(works);
  };
  ending.push(end);
  return { end, failures };
};

/** A subscription that keeps what it was handed; what it throws for can be set. */
export const listener = (options: Partial<Subscription> = {}) => {
  const heard: LogEntry[] = [];
  const poison: { at: (entry: LogEntry) => boolean } = { at: () => false };
  const subscription: Subscription = {
    name: `listener-${uuidv7()}`,
    eventTypes: ['Counted'],
    begins: 'beginning',
    onFailure: 'stop',
    deliver: oneByOne((entry) => {
      if (poison.at(entry)) throw new Error(`Cannot handle ${entry._id}`);
      heard.push(entry);
      return Promise.resolve();
    }),
    ...options,
  };
  return { heard, poison, subscription, positions: () => heard.map(({ _id }) => _id) };
};

/** Resolves when something has come about. Throws when that takes longer than 15 s. */
export const until = async (what: () => boolean | Promise<boolean>) => {
  const late = Date.now() + 15_000;
  while (!(await what())) {
    if (Date.now() > late) throw new Error('It did not come about');
    await pause(10);
  }
};

/** The whole numbers up to one, both included. */
export const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** So many events, each in a stream of its own. */
export const grow = async (store: OpenStore, events: number) => {
  for (let i = 0; i < events; i += 1) await store.execute(counting(tally()), sent(), ana);
};

/** Where a subscription stands. */
export const checkpointOf = async ({ checkpoints }: Subscriptions, { name }: Subscription) =>
  (await checkpoints.findOne({ _id: name })) ?? undefined;

/** Resolves when a subscription has stopped; gives where it stands, and why. */
export const untilStopped = async (subscriptions: Subscriptions, subscription: Subscription) => {
  const stopped = async () =>
    (await checkpointOf(subscriptions, subscription))?.status === 'stopped';
  await until(stopped);
  return checkpointOf(subscriptions, subscription);
};
