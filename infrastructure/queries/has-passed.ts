import { background } from '../app-background';
import type { Positions } from '../event-store/outcome';
import { waitUntilPassed } from '../event-log/wait-until-passed';
import { activityOfMembers } from '../read-models/activity-of-members';
import { subscriptionName } from '../read-models/read-model';
import { searchOf } from '../read-models/search';
import { useOfRooms } from '../read-models/use-of-rooms';
import { eventStore } from '../store';

/** A read model that pages show. */
export type ShownReadModel = 'activity' | 'search' | 'use';

const patienceMs = 1000;

/**
 * Whether a read model has what a command wrote, by the positions that it returned. Waits a second for
 * it at most; false then: it is late, or stopped.
 */
export const hasPassed = async (shown: ShownReadModel, positions: Positions): Promise<boolean> => {
  const [{ subscriptions }, { sealing }] = await Promise.all([background(), eventStore()]);
  const readModels = {
    activity: activityOfMembers,
    search: searchOf(sealing.openGuarded),
    use: useOfRooms,
  };
  const name = subscriptionName(readModels[shown]);
  return waitUntilPassed(subscriptions, name, positions, patienceMs);
};
