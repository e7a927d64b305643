import { overlaps } from '@/domain/shared/instants';
import type { RoomId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import type { Loaded } from '@/domain/shared/stream';
import type { Period } from '@/domain/shared/time';
import type { OpenRoom, RoomRef } from './room';

/** A room that takes reservations and changes. Refuses ROOM_UNKNOWN, ROOM_RETIRED. */
export const roomInService = ({ ref, state }: Loaded<RoomRef>): OpenRoom | Refusal => {
  switch (state.status) {
    case 'unknown':
      return { code: 'ROOM_UNKNOWN', roomId: ref.id as RoomId };
    case 'retired':
      return { code: 'ROOM_RETIRED', roomId: state.roomId, retiredAt: state.retiredAt };
    case 'open':
      return state;
  }
};

/**
 * Nobody is in a room while it is closed: a reservation, from start to end, overlaps no closure;
 * the buffer after it may. Refuses ROOM_CLOSED with the closure in the way that was made first.
 */
export const notClosed = (room: OpenRoom, reserved: Period): Refusal | undefined => {
  const closure = room.closures.find(({ closed }) => overlaps(closed, reserved));
  if (!closure) return undefined;
  const { start, end } = closure.closed;
  const { closureId } = closure;
  return { code: 'ROOM_CLOSED', roomId: room.roomId, closureId, closed: { start, end } };
};
