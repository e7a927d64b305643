import type { ClientSession } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import { failureOf } from '../event-store/conflicts';
import { jitter } from '../event-store/transaction';
import type { LogEntry } from './log-documents';
import type { Subscription, Subscriptions } from './subscription';

/** A parked event was handled, or why not. */
export type Replayed =
  | 'done'
  /** It is not parked, or the log has another event at its position. */
  | 'unknown'
  /** Later events of its stream were handled meanwhile: handled after them, it would undo them. */
  | 'overtaken';

const mostTries = 10;

/**
 * Hands a parked event over again; once it is handled, it is no longer parked. A handler that stores
 * what it makes in a transaction, as a read model does, is not handed one that was overtaken: what it
 * stored would be wrong. Throws what the handler throws; then the event stays parked.
 */
export const replayParked = async (
  subscriptions: Subscriptions,
  subscription: Subscription,
  position: number,
): Promise<Replayed> => {
  const entry = await parkedEntry(subscriptions, subscription.name, position);
  if (!entry) return 'unknown';
  const { signal } = new AbortController();
  const delivery = { signal, moved: handled(subscriptions, subscription, entry) };
  for (let tries = 0; ; tries += 1) {
    try {
      await subscription.deliver([entry], delivery);
      return 'done';
    } catch (error) {
      if (error instanceof NotReplayed) return error.why;
      // Whoever works on the subscription stored something at the same time.
      if (failureOf(error) !== 'conflict' || tries === mostTries) throw error;
      await pause(jitter(tries));
    }
  }
};

/** Ends the transaction of a handler that must not store what it has made. */
class NotReplayed extends Error {
  constructor(readonly why: Replayed) {
    super(`The event is not handled: ${why}`);
    this.name = 'NotReplayed';
  }
}

const parkedEntry = async ({ log, parked }: Subscriptions, name: string, position: number) => {
  const known = await parked.findOne({ subscription: name, position });
  if (!known) return null;
  const { streamName, eventType } = known;
  // In another generation of the log its position may be that of another event.
  const same = { 'event.metadata.streamName': streamName, 'event.type': eventType };
  return log.entries.findOne({ _id: position, ...same });
};

const handled =
  (subscriptions: Subscriptions, { name, eventTypes }: Subscription, entry: LogEntry) =>
  async (position: number, session: ClientSession | undefined) => {
    const { parked } = subscriptions;
    const mine = { subscription: name, position };
    if (!session) {
      await parked.deleteOne(mine, { writeConcern: { w: 'majority' } });
      return;
    }
    if (await isOvertaken(subscriptions, name, eventTypes, entry, session)) {
      throw new NotReplayed('overtaken');
    }
    const { deletedCount } = await parked.deleteOne(mine, { session });
    if (deletedCount === 0) throw new NotReplayed('unknown');
  };

/** Writes to the checkpoint, so that nothing is handled in another transaction meanwhile. */
const isOvertaken = async (
  { log, checkpoints, parked }: Subscriptions,
  name: string,
  eventTypes: readonly string[],
  { _id, event }: LogEntry,
  session: ClientSession,
): Promise<boolean> => {
  const touched = { $set: { updatedAt: new Date() } };
  const checkpoint = await checkpoints.findOneAndUpdate({ _id: name }, touched, { session });
  const aside = await parked.find({ subscription: name }, { session }).toArray();
  const later = {
    _id: { $gt: _id, $lte: checkpoint?.position ?? _id, $nin: aside.map((one) => one.position) },
    'event.metadata.streamName': event.metadata.streamName,
    'event.type': { $in: [...eventTypes] },
  };
  return (await log.entries.findOne(later, { session })) !== null;
};
