import type { ClientSession } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import { blamesTheServer, failureOf } from '../event-store/conflicts';
import { inSnapshot } from '../event-store/transaction';
import { larger, smaller } from '../event-log/batch-size';
import { CheckpointMoved } from '../event-log/checkpoint';
import { logState, type EventLog } from '../event-log/open-log';
import { readLog } from '../event-log/read-log';
import type { Checkpoint, Subscriptions } from '../event-log/subscription';
import { errorFields } from '../observing/error-fields';
import { compareRows } from './compare-rows';
import { subscriptionName, type ReadModel, type Row } from './read-model';
import { dropRetired, retiring } from './retired-rows';
import { makeRows, placeOf, placesOf, type Rebuild } from './rows-of';

const mostAtOnce = 1000;
const mostTries = 5;
const firstPauseMs = 200;
const patienceMs = 30_000;

/**
 * Asks for rows to be built anew beside those in use; whoever works on the subscription does it.
 *
 * @param preview only tells what would differ
 * @returns false when they are being built already
 */
export const requestRebuild = async (
  { log }: Subscriptions,
  readModel: ReadModel,
  preview: boolean,
): Promise<boolean> => {
  const state = await logState(log);
  if (!state) throw new Error('There is no log yet to build from');
  const place = await placeOf(log.db, readModel);
  if (place.rebuild && place.rebuild.failure === undefined) return false;
  const collection = await makeRows(log.db, readModel);
  const { generation } = state;
  const rebuild = { collection, generation, position: 0, startedAt: new Date(), preview };
  const before = place.rebuild ? { 'rebuild.collection': place.rebuild.collection } : noRebuild;
  const { matchedCount } = await placesOf(log.db).updateOne(
    { _id: place._id, ...before },
    { $set: { rebuild }, ...(place.rebuild && retiring(place.rebuild.collection)) },
  );
  if (matchedCount === 0) await log.db.collection(collection).drop();
  return matchedCount === 1;
};

const noRebuild = { rebuild: { $exists: false } } as const;

/** Gives up building rows anew; those in use stay. */
export const cancelRebuild = async ({ log }: Subscriptions, readModel: ReadModel) => {
  const { _id, rebuild } = await placeOf(log.db, readModel);
  if (!rebuild) return;
  await placesOf(log.db).updateOne(
    { _id, 'rebuild.collection': rebuild.collection },
    { $unset: { rebuild: '' }, ...retiring(rebuild.collection) },
  );
};

/**
 * Does the next piece of a rebuild that was asked for: applies a batch of the log to the new rows, or
 * puts them in the place of the old ones when they have caught up. Those are dropped in a later step,
 * when nobody reads them any more. Killed in between, it goes on where it was. False when there was
 * nothing to do. An event that cannot be applied ends the rebuild, with its reason: a wrong view is
 * worse than an old one.
 */
export const rebuildStep = async (
  subscriptions: Subscriptions,
  readModel: ReadModel,
  checkpoint: Checkpoint,
): Promise<boolean> => {
  const { log } = subscriptions;
  const place = await placesOf(log.db).findOne({ _id: subscriptionName(readModel) });
  if (place) await dropRetired(log.db, place);
  const rebuild = place?.rebuild;
  if (!rebuild || rebuild.failure !== undefined) return false;
  const state = await logState(log);
  if (state?.generation !== rebuild.generation) {
    await fail(log, readModel, rebuild, 'The log was rebuilt meanwhile');
    return true;
  }
  // A preview compares at the position where the rows in use are.
  const end = rebuild.preview ? checkpoint.position : state.position;
  if (rebuild.position < end) await applyBatch(subscriptions, readModel, rebuild, end);
  else if (rebuild.preview) await compare(subscriptions, readModel, rebuild, place.collection);
  else await swap(subscriptions, readModel, rebuild, checkpoint, place.collection);
  return true;
};

const applyBatch = async (
  { log }: Subscriptions,
  readModel: ReadModel,
  rebuild: Rebuild,
  end: number,
) => {
  const { eventTypes } = readModel;
  const { batch = mostAtOnce } = rebuild;
  const range = { after: rebuild.position, before: end + 1, limit: batch } as const;
  const { entries } = await readLog(log, { eventTypes }, { ...range, direction: 'forwards' });
  const position = entries.length < batch ? end : (entries.at(-1)?._id ?? end);
  try {
    await inSnapshot(log.client, performance.now() + patienceMs, async (session) => {
      const rows = log.db.collection<Row>(rebuild.collection);
      if (entries.length > 0) await readModel.apply(entries, { rows, session });
      await move(log.db, readModel, rebuild, position, session);
    });
  } catch (error) {
    if (error instanceof CheckpointMoved) throw error;
    const mayPass = failureOf(error) !== 'fatal';
    if (mayPass && blamesTheServer(error)) throw error;
    if (mayPass && (await tryLess(log, readModel, rebuild, entries.length))) return;
    await fail(log, readModel, rebuild, errorFields(error).message);
  }
};

/** Has the next step apply half as many, or the same one again. False after the last try of one. */
const tryLess = async (
  { db }: EventLog,
  readModel: ReadModel,
  rebuild: Rebuild,
  applied: number,
): Promise<boolean> => {
  const { tries = 0 } = rebuild;
  if (applied <= 1 && tries + 1 >= mostTries) return false;
  const less = { 'rebuild.batch': smaller(applied), 'rebuild.tries': applied > 1 ? 0 : tries + 1 };
  await placesOf(db).updateOne(known(readModel, rebuild), { $set: less });
  await pause(firstPauseMs * 2 ** tries);
  return true;
};

const known = (readModel: ReadModel, { collection, position }: Rebuild) => ({
  _id: subscriptionName(readModel),
  'rebuild.collection': collection,
  'rebuild.position': position,
});

const move = async (
  db: EventLog['db'],
  readModel: ReadModel,
  rebuild: Rebuild,
  position: number,
  session: ClientSession,
) => {
  const batch = larger(rebuild.batch ?? mostAtOnce, mostAtOnce);
  const moved = {
    $set: { 'rebuild.position': position, 'rebuild.batch': batch, 'rebuild.tries': 0 },
  };
  const result = await placesOf(db).updateOne(known(readModel, rebuild), moved, { session });
  if (result.matchedCount === 0) throw new CheckpointMoved(subscriptionName(readModel));
};

const fail = async (log: EventLog, readModel: ReadModel, rebuild: Rebuild, failure: string) => {
  await placesOf(log.db).updateOne(known(readModel, rebuild), {
    $set: { 'rebuild.failure': failure },
  });
};

const swap = async (
  { log, checkpoints, parked }: Subscriptions,
  readModel: ReadModel,
  rebuild: Rebuild,
  { _id, fence, position: from }: Checkpoint,
  old: string,
) => {
  const { generation, position, collection, startedAt } = rebuild;
  await inSnapshot(log.client, performance.now() + patienceMs, async (session) => {
    const caughtUp = {
      $set: { status: 'running', generation, position, updatedAt: new Date() },
      $unset: { failure: '', reason: '' },
    } as const;
    const mine = { _id, fence, position: from };
    const claimed = await checkpoints.updateOne(mine, caughtUp, { session });
    if (claimed.matchedCount === 0) throw new CheckpointMoved(_id);
    const result = await placesOf(log.db).updateOne(
      known(readModel, rebuild),
      {
        $set: { collection, rebuilt: { at: new Date(), startedAt, position } },
        $unset: { rebuild: '' },
        ...retiring(old),
      },
      { session },
    );
    if (result.matchedCount === 0) throw new CheckpointMoved(_id);
    // What the old rows lacked is in the new ones.
    await parked.deleteMany({ subscription: _id, position: { $lte: position } }, { session });
  });
};

const compare = async (
  { log }: Subscriptions,
  readModel: ReadModel,
  rebuild: Rebuild,
  inUse: string,
) => {
  const [rows, fresh] = [log.db.collection<Row>(inUse), log.db.collection<Row>(rebuild.collection)];
  const differences = await compareRows(rows, fresh);
  const preview = { at: new Date(), position: rebuild.position, ...differences };
  await placesOf(log.db).updateOne(known(readModel, rebuild), {
    $set: { preview },
    $unset: { rebuild: '' },
    ...retiring(rebuild.collection),
  });
};
