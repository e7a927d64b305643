import type { Sealing } from '../event-store/sealing';
import { activityOfMembers } from './activity-of-members';
import type { ReadModel } from './read-model';
import { searchOf } from './search';
import { useOfRooms } from './use-of-rooms';

/** Every read model there is. */
export const readModelsOf = (sealing: Sealing): readonly ReadModel[] => [
  useOfRooms,
  activityOfMembers,
  ...readModelsInPlain(sealing),
];

/** Those whose rows hold personal text in plain, each row with the `memberId` of its person. */
export const readModelsInPlain = (sealing: Sealing): readonly ReadModel[] => [
  searchOf(sealing.openGuarded),
];
