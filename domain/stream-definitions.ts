import { reservationDefinition } from './reservation/reservation';
import { roomDayDefinition } from './room-day/room-day';
import { roomDefinition } from './room/room';

/** Every type of stream there is; the store knows no other. */
export const streamDefinitions = [
  roomDefinition,
  roomDayDefinition,
  reservationDefinition,
] as const;
