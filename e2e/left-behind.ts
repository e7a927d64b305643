import { v7 } from 'uuid';
import type { Checkpoint, ParkedEvent } from '@/infrastructure/event-log/subscription';
import { mongoClient } from '@/infrastructure/mongodb/client';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { placesOf } from '@/infrastructure/read-models/rows-of';

const database = async () => (await mongoClient()).db(databaseName());

/** A subscription as an earlier version may leave it: stopped, with an event put aside, nobody at work. */
export const leaveSubscription = async (name: string) => {
  const db = await database();
  const checkpoints = db.collection<Checkpoint>('subscriptions');
  const [generation, at] = [v7(), new Date()];
  const reason = 'The log was lost and rebuilt';
  const where = { generation, position: 3, fence: 1, updatedAt: at };
  await checkpoints.insertOne({ _id: name, ...where, status: 'stopped', reason });
  await db.collection<ParkedEvent>('parked_events').insertOne({
    _id: `${name}@2`,
    subscription: name,
    position: 2,
    eventType: 'RoomAdded',
    streamName: 'room:gone',
    message: 'No such mailbox',
    tries: 5,
    at,
  });
  return { checkpoint: () => checkpoints.findOne({ _id: name }) };
};

/** A rebuild of a read model as one is that an event ended. */
export const leaveFailedRebuild = async (name: string, failure: string) => {
  const db = await database();
  const collection = `rows_failed_${v7().slice(-12)}`;
  await db.createCollection(collection);
  const rebuild = {
    collection,
    generation: v7(),
    position: 1,
    startedAt: new Date(),
    preview: false,
  };
  await placesOf(db).updateOne({ _id: name }, { $set: { rebuild: { ...rebuild, failure } } });
  return {
    /** True once nobody uses it any more and it waits to be dropped. */
    isRetired: async () => {
      const place = await placesOf(db).findOne({ _id: name });
      return place?.retired?.some((retired) => retired.collection === collection) ?? false;
    },
  };
};
