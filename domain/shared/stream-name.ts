import type { StreamRef } from './stream';

/**
 * Divides a stream name at its first colon, whatever it is: stock Emmett takes any. Without a colon the
 * type is empty, and all of it the id.
 *
 * @example divideStreamName('room_day:0190…_2026-11-20') // { type: 'room_day', id: '0190…_2026-11-20' }
 */
export const divideStreamName = (streamName: string): Pick<StreamRef, 'type' | 'id'> => {
  const colon = streamName.indexOf(':');
  return { type: streamName.slice(0, Math.max(colon, 0)), id: streamName.slice(colon + 1) };
};
