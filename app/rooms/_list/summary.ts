import { formatDate } from '@/app/_shared/format';
import { counted } from '@/app/_shared/format-duration';
import type { Instant } from '@/domain/shared/time';
import type { ListedRoom } from '@/infrastructure/queries/rooms';
import { isFree } from './is-free';
import { fits, type RoomSearch } from './search';

/** How many rooms there are, fit, and are free: “12 rooms, 3 free now”. */
export const summary = (
  found: readonly ListedRoom[],
  all: readonly ListedRoom[],
  { date, at }: RoomSearch,
  now: Instant,
): string => {
  if (at !== undefined) {
    const on = date ? ` on ${formatDate(date, now)}` : '';
    return `${found.length === 0 ? 'None' : found.length} of ${counted(all.length, 'room')} can be booked at ${at}${on}`;
  }
  const free = found.filter(isFree).length;
  const how =
    found.length === all.length
      ? counted(all.length, 'room')
      : `${found.length} of ${counted(all.length, 'room')} fit`;
  const when = date ? `with free time on ${formatDate(date, now)}` : 'free now';
  return `${how}, ${free === 0 ? 'none' : free} ${when}`;
};

/** “No room has 30 seats. The largest is Iris, with 24”, with the equipment and time that were asked for. */
export const nothingFits = (
  all: readonly ListedRoom[],
  { at, seats, equipment }: RoomSearch,
): string => {
  const [largest] = [...all].sort((a, b) => b.capacity - a.capacity);
  const wanted = [
    seats === undefined ? '' : counted(seats, 'seat'),
    equipment ? `“${equipment}”` : '',
  ].filter((part) => part !== '');
  if (at !== undefined && all.some((room) => fits(room, { seats, equipment }))) {
    const such = wanted.length === 0 ? '' : ` with ${wanted.join(' and ')}`;
    return `No room${such} can be booked at ${at}`;
  }
  const none = `No room has ${wanted.join(' and ')}`;
  return seats !== undefined && largest && largest.capacity < seats
    ? `${none}. The largest is ${largest.name}, with ${largest.capacity}`
    : none;
};
