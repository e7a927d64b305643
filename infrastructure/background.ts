import type { MongoClient } from 'mongodb';
import { hostname } from 'node:os';
import { v7 as uuidv7 } from 'uuid';
import type { Recorded } from '@/domain/shared/stream';
import type { RoomlogEventStore } from './event-store/create-event-store';
import type { LogState } from './event-log/log-documents';
import { followHead, LogHead } from './event-log/log-head';
import { openLog, type EventLog } from './event-log/open-log';
import { runSubscription, usualPace } from './event-log/run-subscription';
import { sequence } from './event-log/sequencer';
import { openSubscriptions, type Subscription, type Subscriptions } from './event-log/subscription';
import { readFromPrimary } from './event-store/storage';
import { LiveFeed } from './live-feed';
import { observed, type LogObserver } from './observing/log-observer';
import { leaseTimes, openLeases, underLease, type Held, type Leases } from './lease';

/** The lease under which the log is written. */
export const sequencerLease = 'sequencer';

/** The lease under which a subscription is worked on. */
export const leaseOf = (subscription: string): string => `subscription ${subscription}`;

/** What goes on beside the requests of an app server. */
export type Background = {
  readonly log: EventLog;
  readonly head: LogHead;
  readonly subscriptions: Subscriptions;
  /** For pages that show what others do. */
  readonly feed: LiveFeed;
  readonly leases: Leases;
  /** Those this process works on whenever it holds their leases. */
  readonly running: readonly Subscription[];
  /** Ends all work and gives back its leases, so that another process takes over at once. */
  readonly stop: () => Promise<void>;
};

/** What it is started with. */
export type BackgroundOptions = {
  readonly client: MongoClient;
  readonly databaseName: string;
  readonly store: RoomlogEventStore;
  readonly subscriptionsOf: (subscriptions: Subscriptions) => readonly Subscription[];
  readonly observer: LogObserver;
  /** Is told what work, by name, threw; it is begun again by itself. */
  readonly failed: (work: string, error: unknown) => void;
  /** Is told that the log had to be completed from the streams, and why. */
  readonly completed: (reason: string, entries: number) => void;
};

/**
 * Starts the sequencer of the log and all subscriptions, each under a lease: of all processes on a
 * database one does each of these works, and another takes over when it ends or hangs.
 */
export const startBackground = async (options: BackgroundOptions): Promise<Background> => {
  const { client, databaseName, store, observer, failed } = options;
  const db = client.db(databaseName, readFromPrimary);
  const log = await openLog(client, db, store.storage);
  const leases = await openLeases(db);
  const subscriptions = await openSubscriptions(log);
  const head = new LogHead();
  const stop = new AbortController();
  const holder = `${hostname()} ${process.pid} ${uuidv7()}`;
  const lease = (name: string, work: (held: Held) => Promise<void>) =>
    underLease(leases, name, holder, work, {
      stop: stop.signal,
      failed: (error) => {
        failed(name, error);
      },
      times: leaseTimes,
    });
  const told = {
    moved: (state: LogState, events: readonly Recorded[]) => {
      head.moved(state);
      observer.logged(events);
    },
    completed: (state: LogState, reason: string) => {
      options.completed(reason, state.recoveries.at(-1)?.entries ?? 0);
    },
  };
  const feed = new LiveFeed(log, head);
  const running = options.subscriptionsOf(subscriptions);
  const works = [
    followHead(log, head, stop.signal),
    lease(sequencerLease, (held) => sequence(log, held, told)),
    ...running.map((subscription) =>
      lease(leaseOf(subscription.name), (held) =>
        runSubscription(subscriptions, observed(subscription, observer), head, held, usualPace),
      ),
    ),
  ];
  return {
    log,
    head,
    subscriptions,
    feed,
    leases,
    running,
    stop: async () => {
      feed.close();
      stop.abort();
      await Promise.all(works);
    },
  };
};
