import type { GrantedSlot } from '@/domain/reservation/reservation';
import { dateOf } from '@/domain/shared/days';
import { formatDate } from '../format';
import { formatTimes } from '../format-slot';
import { roomNameOf, type Words } from './sentence';

/**
 * A granted slot beside another one: the times, and of room, date and zone what differs.
 *
 * @example “Boreal 10:30–11:30” beside one in Atlas on the same day
 */
export const placeBeside = (words: Words, other: GrantedSlot, of: GrantedSlot): string => {
  const { roomId, slot } = of;
  const date = dateOf(slot.startsAt);
  const otherRoom = roomId !== other.roomId;
  const otherDate = date !== dateOf(other.slot.startsAt);
  const otherZone = slot.timeZone !== other.slot.timeZone;
  return [
    otherRoom ? `${roomNameOf(words, roomId)}${otherDate ? ',' : ''}` : '',
    otherDate ? `${formatDate(date, other.slot.startsAt)},` : '',
    formatTimes(slot),
    otherZone ? `(${slot.timeZone})` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
};
