import { divideStreamName } from '@/domain/shared/stream-name';

/**
 * The page that shows a stream.
 *
 * @example pageOfStream('room_day:0190…_2026-11-20') // '/rooms/0190…/2026-11-20'
 */
export const pageOfStream = (streamName: string): string => {
  const { type, id } = divideStreamName(streamName);
  switch (type) {
    case 'reservation':
      return `/reservations/${id}`;
    case 'room_day':
      return `/rooms/${id.replace('_', '/')}`;
    default:
      return `/rooms/${id}`;
  }
};
