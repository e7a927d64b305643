import type { ClientSession } from 'mongodb';
import { inSnapshot } from '../event-store/transaction';
import { putAside } from './checkpoint';
import { logState } from './open-log';
import type { Checkpoint, ParkedEvent, Subscriptions } from './subscription';

/** What an operator asked for was done, or why not. */
export type Operated = 'done' | 'not running' | 'not paused' | 'not stopped' | 'unknown';

const majority = { writeConcern: { w: 'majority' } } as const;

/** Pauses a subscription that runs. */
export const pauseSubscription = (subscriptions: Subscriptions, name: string): Promise<Operated> =>
  change(subscriptions, name, 'running', 'not running', { $set: { status: 'paused' } });

/** Resumes one that was paused; one that was not is left as it is. */
export const resumeSubscription = (subscriptions: Subscriptions, name: string): Promise<Operated> =>
  change(subscriptions, name, 'paused', 'not paused', { $set: { status: 'running' } });

/** Tries the event again at which a subscription stopped. */
export const retrySubscription = (subscriptions: Subscriptions, name: string): Promise<Operated> =>
  change(subscriptions, name, 'stopped', 'not stopped', running);

const patienceMs = 10_000;

/**
 * Passes over the event at which a subscription stopped and keeps it among the parked ones, both or
 * neither.
 */
export const skipEvent = async (subscriptions: Subscriptions, name: string): Promise<Operated> => {
  const { checkpoints } = subscriptions;
  const stopped = await checkpoints.findOne({ _id: name, status: 'stopped' });
  const failure = stopped?.failure;
  if (!failure) return (await checkpoints.findOne({ _id: name })) ? 'not stopped' : 'unknown';
  const { position } = stopped;
  const { client } = subscriptions.log;
  return inSnapshot(client, performance.now() + patienceMs, async (session) => {
    const { matchedCount } = await checkpoints.updateOne(
      { _id: name, status: 'stopped', position },
      { ...running, $set: { ...running.$set, position: failure.position } },
      { session },
    );
    if (matchedCount === 0) return 'not stopped';
    await putAside(subscriptions, name, failure, session);
    return 'done';
  });
};

/** Lets a subscription begin from the start of the log as it is now: all events come again. */
export const beginAgain = async (subscriptions: Subscriptions, name: string): Promise<Operated> => {
  const state = await logState(subscriptions.log);
  if (!state) return 'unknown';
  const { generation } = state;
  const { matchedCount } = await subscriptions.checkpoints.updateOne(
    { _id: name },
    { ...running, $set: { ...running.$set, generation, position: 0 }, $inc: { fence: 1 } },
    majority,
  );
  return matchedCount === 1 ? 'done' : 'unknown';
};

/** Forgets a parked event: it is never handled. */
export const dropParked = async (
  { parked }: Subscriptions,
  subscription: string,
  position: number,
): Promise<Operated> => {
  const { deletedCount } = await parked.deleteOne({ subscription, position });
  return deletedCount === 1 ? 'done' : 'unknown';
};

/**
 * Ends a subscription for good, in a transaction of the caller or by itself: its checkpoint and what it
 * parked are forgotten.
 */
export const unsubscribe = async (
  { checkpoints, parked }: Subscriptions,
  name: string,
  session: ClientSession | undefined,
): Promise<void> => {
  const options = session ? { session } : majority;
  await checkpoints.deleteOne({ _id: name }, options);
  await parked.deleteMany({ subscription: name }, options);
};

/** What is parked, the oldest first. */
export const parkedEvents = ({ parked }: Subscriptions): Promise<readonly ParkedEvent[]> =>
  parked.find().sort({ subscription: 1, position: 1 }).limit(200).toArray();

const running = {
  $set: { status: 'running' },
  $unset: { failure: '', reason: '' },
} as const;

const change = async (
  { checkpoints }: Subscriptions,
  name: string,
  from: Checkpoint['status'],
  otherwise: Operated,
  update: Parameters<Subscriptions['checkpoints']['updateOne']>[1],
): Promise<Operated> => {
  const { matchedCount } = await checkpoints.updateOne(
    { _id: name, status: from },
    update,
    majority,
  );
  if (matchedCount === 1) return 'done';
  return (await checkpoints.findOne({ _id: name })) ? otherwise : 'unknown';
};
