import type { Collection } from 'mongodb';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';
import type { StreamDocument } from '@/infrastructure/event-store/stream-document';
import type { Bench } from '../measurement';

/** The collections of someone who uses the bare driver, named and indexed as ours. */
export type ByHand = {
  readonly rooms: Collection<StreamDocument>;
  readonly days: Collection<StreamDocument>;
  readonly reservations: Collection<StreamDocument>;
};

const streamTypes = ['room', 'room_day', 'reservation'] as const;

/** Makes the same collections and indexes as ours in a database of its own, with the same rooms. */
export const openByHand = async (
  { client }: Bench,
  databaseName: string,
  ours: RoomlogEventStore,
): Promise<ByHand> => {
  const db = client.db(databaseName);
  const [rooms, days, reservations] = await Promise.all(
    streamTypes.map(async (type) => {
      const name = ours.collectionOf(type).collectionName;
      const collection = await db.createCollection<StreamDocument>(name, { ignoreUndefined: true });
      await collection.createIndex({ streamName: 1 }, { unique: true });
      return collection;
    }),
  );
  if (!rooms || !days || !reservations) throw new Error('A collection is missing');
  await rooms.insertMany(await ours.collectionOf('room').find().toArray());
  return { rooms, days, reservations };
};
