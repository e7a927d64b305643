import { unsubscribe } from '../event-log/operate-subscriptions';
import type { Subscriptions } from '../event-log/subscription';
import { inSnapshot } from '../event-store/transaction';
import { collectionsOf, placesOf } from './rows-of';

const patienceMs = 10_000;

/**
 * Ends a subscription for good, with the rows it keeps, if any: checkpoint, parked events and the
 * place of the rows go in one transaction. Should it come back, it begins anew with empty rows; with
 * those from before it would count everything twice.
 */
export const forgetWithRows = async (subscriptions: Subscriptions, name: string): Promise<void> => {
  const { log } = subscriptions;
  const place = await inSnapshot(log.client, performance.now() + patienceMs, async (session) => {
    await unsubscribe(subscriptions, name, session);
    return placesOf(log.db).findOneAndDelete({ _id: name }, { session });
  });
  for (const rows of place ? collectionsOf(place) : []) await log.db.collection(rows).drop();
};
