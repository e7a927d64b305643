import type { Db, MongoClient } from 'mongodb';
import type { MemberId } from '@/domain/shared/ids';
import type { Sealing } from './event-store/sealing';
import { inSnapshot } from './event-store/transaction';
import { subscriptionName, type ReadModel, type Row } from './read-models/read-model';
import { placesOf } from './read-models/rows-of';

const patienceMs = 10_000;

/** Where a person is known in plain, or can be. */
export type PersonalPlaces = {
  readonly client: MongoClient;
  readonly db: Db;
  readonly sealing: Sealing;
  /** The read models whose rows hold personal text in plain, each row with its `memberId`. */
  readonly inPlain: readonly ReadModel[];
};

/**
 * Forgets a person: deletes the key, and every row in plain, in one transaction. Events, states, log
 * and exports keep what they have, sealed for good; a tombstone keeps anyone from sealing for that
 * person again. Forgetting twice does no harm.
 *
 * @returns how many rows went
 */
export const forgetPerson = async (
  { client, db, sealing, inPlain }: PersonalPlaces,
  memberId: MemberId,
): Promise<number> =>
  inSnapshot(client, performance.now() + patienceMs, async (session) => {
    await sealing.forget(memberId, session);
    const ids = inPlain.map(subscriptionName);
    const places = await placesOf(db)
      .find({ _id: { $in: ids } }, { session })
      .toArray();
    let gone = 0;
    for (const { collection, rebuild } of places) {
      for (const name of [collection, rebuild?.collection]) {
        if (name === undefined) continue;
        const result = await db.collection<Row>(name).deleteMany({ memberId }, { session });
        gone += result.deletedCount;
      }
    }
    return gone;
  });
