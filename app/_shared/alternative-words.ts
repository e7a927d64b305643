import type { Alternative } from '@/infrastructure/queries/alternatives';
import { formatFloor } from './format';
import { counted, formatMinutes } from './format-duration';
import { formatTimes } from './format-slot';

/** Where and when: `Atlas, 10:00–11:00`. */
export const placeOf = ({ roomName, wish }: Alternative): string =>
  `${roomName}, ${formatTimes(wish)}`;

/** How it differs from what was asked for: `Same room, 15 min later`. */
export const differenceOf = (alternative: Alternative): string => {
  const { sameRoom, minutesAway, capacity, seatsFewer, floor } = alternative;
  if (!sameRoom) {
    const fewer = seatsFewer > 0 ? ` (${seatsFewer} fewer)` : '';
    return `Same time, ${counted(capacity, 'seat')}${fewer}, ${formatFloor(floor)}`;
  }
  if (minutesAway === 0) return 'Free again by now';
  const side = minutesAway > 0 ? 'later' : 'earlier';
  return `Same room, ${formatMinutes(Math.abs(minutesAway))} ${side}`;
};
