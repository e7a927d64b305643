import type { Subscription, Subscriptions } from '../event-log/subscription';
import { inSnapshot } from '../event-store/transaction';
import { subscriptionName, type ReadModel } from './read-model';
import { rebuildStep } from './rebuild';
import { placeOf, rowsInUse } from './rows-of';

const patienceMs = 10_000;

/**
 * A read model as a subscription: rows and checkpoint change in one transaction, both or neither. An
 * event that cannot be applied stops it rather than to leave a hole in its rows.
 */
export const projectionOf = (subscriptions: Subscriptions, readModel: ReadModel): Subscription => ({
  name: subscriptionName(readModel),
  eventTypes: readModel.eventTypes,
  begins: 'beginning',
  onFailure: 'stop',
  deliver: async (entries, { moved }) => {
    const { client, db } = subscriptions.log;
    const last = entries.at(-1);
    if (!last) return;
    await placeOf(db, readModel);
    await inSnapshot(client, performance.now() + patienceMs, async (session) => {
      const rows = await rowsInUse(db, readModel, session);
      if (!rows) throw new Error(`The rows of ${readModel.name} were taken away`);
      await readModel.apply(entries, { rows, session });
      await moved(last._id, session);
    });
  },
  beside: (checkpoint) => rebuildStep(subscriptions, readModel, checkpoint),
});
