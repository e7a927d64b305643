import { activityOfMembers } from '@/infrastructure/read-models/activity-of-members';
import { rebuildStep, requestRebuild } from '@/infrastructure/read-models/rebuild';
import type { ReadModel } from '@/infrastructure/read-models/read-model';
import { placeOf } from '@/infrastructure/read-models/rows-of';
import { useOfRooms } from '@/infrastructure/read-models/use-of-rooms';
import { logState, type EventLog } from '@/infrastructure/event-log/open-log';
import { replayLog } from '@/infrastructure/event-log/read-log';
import { openSubscriptions, type Checkpoint } from '@/infrastructure/event-log/subscription';
import { subscriptionName } from '@/infrastructure/read-models/read-model';
import { compare, interleave } from '../interleave';
import type { Bench, Measured, Measurement } from '../measurement';
import { timed } from '../statistics';
import { syntheticLog } from '../synthetic-log';

const size = 40_000;
const batchSize = 1000;

/** Entries a second of reading the log for a rebuild, and of whole rebuilds, against a bare cursor. */
export const logRead: Measurement = {
  name: 'log-read',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const log = await syntheticLog(bench, 'bench_log_read', size);
    const figures = await interleave(
      {
        bare: () => perSecond(() => readBare(log)),
        replay: () => perSecond(() => replay(log)),
        use: () => perSecond(() => rebuild(log, useOfRooms)),
        activity: () => perSecond(() => rebuild(log, activityOfMembers)),
      },
      { rounds: 7, warmUps: 1, seconds: 60 },
    );
    const against = (name: string, ours: readonly number[], atLeast: number) => ({
      name: `${name}, against a bare cursor over the same entries`,
      unit: '/s',
      ...compare(ours, figures.bare),
      bar: { atLeast },
    });
    return [
      against('Reading the log', figures.replay, 0.85),
      against('Rebuilding the use of rooms', figures.use, 0.5),
      against('Rebuilding the activity of members', figures.activity, 0.5),
    ];
  },
};

const perSecond = async (work: () => Promise<unknown>) => (size * 1000) / (await timed(work));

const readBare = async ({ entries }: EventLog) => {
  let read = 0;
  const cursor = entries
    .find({}, { readConcern: 'majority' })
    .sort({ _id: 1 })
    .batchSize(batchSize);
  for await (const { event } of cursor) if (event.type !== '') read += 1;
  assertRead(read);
};

const replay = async (log: EventLog) => {
  let read = 0;
  const { generation } = (await logState(log)) ?? { generation: '' };
  for await (const { event } of replayLog(log, {}, { generation, position: 0 })) {
    if (event.type !== '') read += 1;
  }
  assertRead(read);
};

const rebuild = async (log: EventLog, readModel: ReadModel) => {
  const subscriptions = await openSubscriptions(log);
  const _id = subscriptionName(readModel);
  const state = await logState(log);
  if (!state) throw new Error('There is no log');
  const begins = { generation: state.generation, position: 0, fence: 0 };
  const fresh = { ...begins, status: 'running', updatedAt: new Date() } as const;
  await subscriptions.checkpoints.replaceOne({ _id }, fresh, { upsert: true });
  await requestRebuild(subscriptions, readModel, false);
  const checkpoint: Checkpoint = { _id, ...fresh };
  while (await rebuildStep(subscriptions, readModel, checkpoint));
  const { collection } = await placeOf(log.db, readModel);
  const rows = await log.db.collection(collection).countDocuments();
  if (rows < size / 2) throw new Error(`Only ${rows} rows were made`);
};

const assertRead = (read: number) => {
  if (read !== size) throw new Error(`${read} of ${size} entries were read`);
};
