import type { Sealing } from '../event-store/sealing';
import { activityOfMembers } from './activity-of-members';
import type { ReadModel } from './read-model';
import { searchOf } from './search';
import { useOfRooms } from './use-of-rooms';

/** Every read model there is. */
export const readModelsOf = (sealing: Sealing): readonly ReadModel[] => [
  useOfRooms,
  activityOfMembers,
  searchOf(sealing.openGuarded),
];
