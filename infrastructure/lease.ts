import type { Collection, Db } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import { ignoreDuplicate } from './event-store/conflicts';
import { makeCollection } from './event-store/storage';

/** Who may do a piece of work that only one process may do at a time, and until when. */
type LeaseDocument = {
  readonly _id: string;
  readonly holder: string;
  /**
   * Grows with each new holder; what an earlier one still writes is told by its lower number. Never
   * below the database's clock in ms, so that it grows also when the leases were lost.
   */
  readonly fence: number;
  /** By the clock of the database, which all share. */
  readonly until: Date;
};

export type Leases = Collection<LeaseDocument>;

/** A lease that is held: its fencing token, and a signal that says when it is over. */
export type Held = { readonly fence: number; readonly signal: AbortSignal };

/** How long a lease lasts unless it is renewed, and the pauses between renewals and tries. */
export type LeaseTimes = {
  readonly lastsMs: number;
  readonly renewMs: number;
  readonly retryMs: number;
};

/** Another process takes over within seven seconds. */
export const leaseTimes: LeaseTimes = { lastsMs: 5000, renewMs: 1500, retryMs: 1000 };

/** Opens the collection of leases. */
export const openLeases = async (db: Db): Promise<Leases> => {
  await makeCollection(db, 'leases');
  return db.collection('leases');
};

/** The names of the works that somebody has a lease for now: of an app that runs, all. */
export const heldLeases = async (db: Db): Promise<readonly string[]> => {
  const leases: Leases = db.collection('leases');
  const held = await leases.find({ $expr: { $gt: ['$until', '$$NOW'] } }).toArray();
  return held.map(({ _id }) => _id);
};

/**
 * Does work under a lease, until `stop`: waits for the lease, works while it is held, and begins
 * again whenever it was lost, or the work ended or threw. `work` must end soon after its signal, and
 * must pass its fence with all it writes: a process that hung may wake up after another took over.
 *
 * @param holder a name of this process that no other has
 * @param failed is told what the work or the database threw; after that there is a pause
 */
export const underLease = async (
  leases: Leases,
  name: string,
  holder: string,
  work: (held: Held) => Promise<void>,
  options: {
    readonly stop: AbortSignal;
    readonly failed: (error: unknown) => void;
    readonly times: LeaseTimes;
  },
): Promise<void> => {
  const { stop, failed, times } = options;
  const stopped = () => stop.aborted;
  while (!stopped()) {
    try {
      const since = performance.now();
      const fence = await acquire(leases, name, holder, times.lastsMs);
      const mine = { name, holder, fence, since };
      if (fence !== undefined) await whileHeld(leases, { ...mine, fence }, work, stop, times);
    } catch (error) {
      if (!stopped()) failed(error);
    }
    await pause(times.retryMs, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
};

/** Takes a lease that nobody holds any more; gives its fencing token, or undefined. */
const acquire = async (leases: Leases, name: string, holder: string, lastsMs: number) => {
  await leases
    .insertOne({ _id: name, holder: '', fence: 0, until: new Date(0) })
    .catch(ignoreDuplicate);
  const taken = await leases.findOneAndUpdate(
    { _id: name, $expr: { $lt: ['$until', '$$NOW'] } },
    [{ $set: { holder, fence: nextFence, until: inFuture(lastsMs) } }],
    { returnDocument: 'after', writeConcern: { w: 'majority' } },
  );
  return taken?.fence;
};

const nextFence = { $max: [{ $add: ['$fence', 1] }, { $toLong: '$$NOW' }] };

const inFuture = (milliseconds: number) => ({
  $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: milliseconds },
});

type Mine = {
  readonly name: string;
  readonly holder: string;
  readonly fence: number;
  /** When it was asked for, in the time of `performance.now()`. */
  readonly since: number;
};

const whileHeld = async (
  leases: Leases,
  { name, holder, fence, since }: Mine,
  work: (held: Held) => Promise<void>,
  stop: AbortSignal,
  { lastsMs, renewMs }: LeaseTimes,
) => {
  const over = new AbortController();
  const { signal } = over;
  const end = () => {
    over.abort();
  };
  stop.addEventListener('abort', end);
  // It may have been told to stop while the lease was on its way.
  if (stop.aborted) end();
  // Without an answer the lease may still be ours, but only for as long as it lasts.
  const endAfter = (renewedAt: number) => setTimeout(end, renewedAt + lastsMs - performance.now());
  let expiry = endAfter(since);
  const mine = { _id: name, holder, fence };
  const ended = () => signal.aborted;
  const renewal = (async () => {
    while (!ended()) {
      await pause(renewMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (ended()) return;
      const sentAt = performance.now();
      const renewed = await leases
        .updateOne(mine, [{ $set: { until: inFuture(lastsMs) } }], {
          writeConcern: { w: 'majority' },
        })
        .then(({ matchedCount }) => matchedCount === 1)
        .catch(() => undefined);
      if (renewed === false) end();
      if (!renewed) continue;
      clearTimeout(expiry);
      expiry = endAfter(sentAt);
    }
  })();
  try {
    if (!ended()) await work({ fence, signal });
  } finally {
    end();
    stop.removeEventListener('abort', end);
    await renewal;
    clearTimeout(expiry);
    await leases.updateOne(mine, { $set: { until: new Date(0) } }).catch(() => undefined);
  }
};
