import { background } from '../app-background';
import { leaseOf } from '../background';
import {
  beginAgain,
  dropParked,
  pauseSubscription,
  resumeSubscription,
  retrySubscription,
  skipEvent,
  type Operated,
} from '../event-log/operate-subscriptions';
import { replayParked, type Replayed } from '../event-log/replay-parked';
import type { Subscriptions } from '../event-log/subscription';
import { errorFields } from '../observing/error-fields';
import { forgetWithRows } from '../read-models/forget-rows';
import { subscriptionName, type ReadModel } from '../read-models/read-model';
import { readModelsOf } from '../read-models/read-models';
import { cancelRebuild, requestRebuild } from '../read-models/rebuild';
import { eventStore } from '../store';
import { leaseHolders } from './lease-holders';

/** What came of an operation, beside what the log itself can answer. */
export type OperationResult =
  | Operated
  | Replayed
  /** Some process works on it, so that it cannot be forgotten. */
  | 'at work'
  /** Its rows are being built anew already. */
  | 'building'
  /** The handler threw again; the event stays parked. */
  | { readonly stillFails: string };

/** What an operator can do to a subscription. */
export const subscriptionOperations = [
  'pause',
  'resume',
  'retry',
  'skip',
  'begin again',
  'forget',
] as const;
export type SubscriptionOperation = (typeof subscriptionOperations)[number];

/** Carries out what an operator wants of a subscription, whichever process works on it. */
export const operateSubscription = async (
  name: string,
  wished: SubscriptionOperation,
): Promise<OperationResult> => {
  const { subscriptions } = await background();
  return wished === 'forget' ? forget(name) : operations[wished](subscriptions, name);
};

const operations: Readonly<
  Record<
    Exclude<SubscriptionOperation, 'forget'>,
    (subscriptions: Subscriptions, name: string) => Promise<Operated>
  >
> = {
  pause: pauseSubscription,
  resume: resumeSubscription,
  retry: retrySubscription,
  skip: skipEvent,
  'begin again': beginAgain,
};

const forget = async (name: string): Promise<OperationResult> => {
  const { subscriptions, leases } = await background();
  if ((await leaseHolders(leases)).has(leaseOf(name))) return 'at work';
  await forgetWithRows(subscriptions, name);
  return 'done';
};

/** What an operator can do to a parked event. */
export type ParkedOperation = 'replay' | 'drop';

/** Hands a parked event over again, in this process, or forgets it. */
export const operateParked = async (
  name: string,
  position: number,
  wished: ParkedOperation,
): Promise<OperationResult> => {
  const { subscriptions, running } = await background();
  if (wished === 'drop') return dropParked(subscriptions, name, position);
  const subscription = running.find((one) => one.name === name);
  if (!subscription) return 'unknown';
  try {
    return await replayParked(subscriptions, subscription, position);
  } catch (error) {
    return { stillFails: errorFields(error).message };
  }
};

/** What an operator can do to a read model. */
export const readModelOperations = ['preview', 'rebuild', 'cancel'] as const;
export type ReadModelOperation = (typeof readModelOperations)[number];

/** Asks for rows to be built anew, or for that to end; whoever works on the read model does it. */
export const operateReadModel = async (
  name: string,
  wished: ReadModelOperation,
): Promise<OperationResult> => {
  const readModel = await readModelNamed(name);
  if (!readModel) return 'unknown';
  const { subscriptions } = await background();
  if (wished === 'cancel') {
    await cancelRebuild(subscriptions, readModel);
    return 'done';
  }
  return (await requestRebuild(subscriptions, readModel, wished === 'preview'))
    ? 'done'
    : 'building';
};

const readModelNamed = async (name: string): Promise<ReadModel | undefined> => {
  const { sealing } = await eventStore();
  return readModelsOf(sealing).find((readModel) => subscriptionName(readModel) === name);
};
