import type { Db, Filter } from 'mongodb';

import type { StreamDocument } from '@/infrastructure/event-store/stream-document';
import { personKeys } from '@/infrastructure/event-store/sealing';
import type { SeedMark } from '@/infrastructure/keeping/seed-mark';

/** What a seed fills, beside streams. An app that was only started fills others: leases, its log. */
const ofASeed = new Set(['setup', 'store_format', 'person_keys', 'kept_refusals']);

/**
 * Whether a database holds nothing but what the seed that set this mark has left: no app was ever at
 * work on it, nobody was forgotten, no restore was begun, and no stream has an event of later than the
 * mark. All events of the demo are earlier, as the demo tells of the past.
 */
export async function isHalfMadeDemo(db: Db, { startedAt }: SeedMark): Promise<boolean> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (name.startsWith('system.')) continue;
    if (name.startsWith('emt:')) {
      const later: Filter<StreamDocument> = { 'metadata.updatedAt': { $not: { $lt: startedAt } } };
      if (await db.collection<StreamDocument>(name).findOne(later)) return false;
    } else if (!ofASeed.has(name) && (await db.collection(name).findOne({}))) {
      return false;
    }
  }
  const restoring = await db.collection<{ _id: string }>('store_format').findOne(notTheFormat);
  const forgotten = await personKeys(db).findOne({ key: { $exists: false } });
  return restoring === null && forgotten === null;
}

const notTheFormat = { _id: { $ne: 'format' } };
