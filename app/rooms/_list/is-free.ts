import type { ListedRoom } from '@/infrastructure/queries/rooms';

/** Free now where today is shown, free at some time on another date. */
export const isFree = ({
  now,
  date,
  today,
  freeMinutes,
}: Pick<ListedRoom, 'now' | 'date' | 'today' | 'freeMinutes'>): boolean =>
  date === today ? now.status === 'free' : freeMinutes > 0;
