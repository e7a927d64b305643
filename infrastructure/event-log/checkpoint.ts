import type { ClientSession } from 'mongodb';
import { ignoreDuplicate } from '../event-store/conflicts';
import { inSnapshot } from '../event-store/transaction';
import type { LogState } from './log-documents';
import { logState } from './open-log';
import type { Checkpoint, HandlingFailure, Subscription, Subscriptions } from './subscription';

/** Thrown when a checkpoint is not where its keeper left it: another process has it, or an operator. */
export class CheckpointMoved extends Error {
  constructor(name: string) {
    super(`The checkpoint of ${name} was moved by somebody else`);
    this.name = 'CheckpointMoved';
  }
}

const majority = { writeConcern: { w: 'majority' } } as const;

/**
 * Makes a checkpoint ours: whoever worked on it with a lower fencing token stores nothing any more.
 * One that is not there yet begins where the subscription says. Undefined while there is no log.
 */
export const claimCheckpoint = async (
  { log, checkpoints }: Subscriptions,
  { name, begins }: Subscription,
  fence: number,
): Promise<Checkpoint | undefined> => {
  const state = await logState(log);
  if (!state) return undefined;
  const { generation } = state;
  const position = begins === 'end' ? state.position : 0;
  const fresh = { generation, position, status: 'running', fence: 0 } as const;
  await checkpoints
    .insertOne({ _id: name, ...fresh, updatedAt: new Date() }, majority)
    .catch(ignoreDuplicate);
  const claimed = await checkpoints.findOneAndUpdate(
    { _id: name, fence: { $lt: fence } },
    { $set: { fence } },
    { returnDocument: 'after', ...majority },
  );
  if (!claimed) throw new CheckpointMoved(name);
  return claimed;
};

/** The checkpoint as it is now; throws CheckpointMoved when another process has taken over. */
export const readCheckpoint = async (
  { checkpoints }: Subscriptions,
  { _id, fence }: Checkpoint,
): Promise<Checkpoint> => {
  const current = await checkpoints.findOne({ _id, fence });
  if (!current) throw new CheckpointMoved(_id);
  return current;
};

/**
 * Moves a checkpoint forward, in a transaction of the caller or by itself: only for whoever knows
 * where it stood, only while it runs, never back. Throws CheckpointMoved.
 */
export const moveCheckpoint = async (
  { checkpoints }: Subscriptions,
  { _id, fence, generation, position: from }: Checkpoint,
  position: number,
  session: ClientSession | undefined,
): Promise<void> => {
  if (position === from) return;
  if (position < from) throw new RangeError(`A checkpoint never goes back from ${from}`);
  const known = { _id, fence, generation, position: from, status: 'running' } as const;
  const moved = { $set: { position, updatedAt: new Date() } };
  const result = await checkpoints.updateOne(known, moved, session ? { session } : majority);
  if (result.matchedCount === 0) throw new CheckpointMoved(_id);
};

/** Stops a subscription at an event it cannot handle; its checkpoint stays before it. */
export const stopAt = async (
  { checkpoints }: Subscriptions,
  { _id, fence }: Checkpoint,
  failure: HandlingFailure,
): Promise<void> => {
  const stopped = { $set: { status: 'stopped', failure, updatedAt: new Date() } } as const;
  await checkpoints.updateOne({ _id, fence, status: 'running' }, stopped, majority);
};

const patienceMs = 10_000;

/** Puts an event aside that cannot be handled, and moves past it, both or neither. Throws CheckpointMoved. */
export const park = async (
  subscriptions: Subscriptions,
  checkpoint: Checkpoint,
  failure: HandlingFailure,
): Promise<void> => {
  const { client } = subscriptions.log;
  await inSnapshot(client, performance.now() + patienceMs, async (session) => {
    await moveCheckpoint(subscriptions, checkpoint, failure.position, session);
    await putAside(subscriptions, checkpoint._id, failure, session);
  });
};

/** Keeps an event among the parked ones, in a transaction of the caller. */
export const putAside = async (
  { parked }: Subscriptions,
  subscription: string,
  failure: HandlingFailure,
  session: ClientSession,
): Promise<void> => {
  const _id = `${subscription}@${failure.position}`;
  await parked.replaceOne({ _id }, { subscription, ...failure }, { upsert: true, session });
};

/**
 * Why a checkpoint does not belong to the log as it is; undefined when it does. It must not be
 * trusted then, and not be waited for in silence.
 */
export const mismatch = (checkpoint: Checkpoint, state: LogState): string | undefined => {
  if (checkpoint.generation !== state.generation) {
    return 'The log was lost and rebuilt, so its positions mean other events: begin again';
  }
  if (checkpoint.position > state.position) {
    return `The checkpoint ${checkpoint.position} lies ahead of the log, which ends at ${state.position}: begin again`;
  }
  return undefined;
};

/** Stops a subscription whose checkpoint does not belong to this log. */
export const stopFor = async (
  { checkpoints }: Subscriptions,
  { _id, fence }: Checkpoint,
  reason: string,
): Promise<void> => {
  const stopped = { $set: { status: 'stopped', reason, updatedAt: new Date() } } as const;
  await checkpoints.updateOne({ _id, fence, status: 'running' }, stopped, majority);
};
