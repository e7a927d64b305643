import { roomInService } from '@/domain/room/room-in-service';
import { roomStream, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { ClosureId, RoomId } from '@/domain/shared/ids';
import { mayManageRooms } from '@/domain/shared/permissions';
import { isRefusal } from '@/domain/shared/refusal';

export type ReopenRoom = Command & {
  readonly type: 'ReopenRoom';
  readonly roomId: RoomId;
  readonly closureId: ClosureId;
};

/**
 * Takes a closing back; what was cancelled for it stays cancelled until someone restores it.
 * Refuses NOT_ALLOWED, ROOM_UNKNOWN, ROOM_RETIRED; CLOSURE_UNKNOWN, so also when decided twice.
 */
export const reopenRoom = defineCommand<ReopenRoom, { readonly room: RoomRef }, { roomId: RoomId }>(
  {
    type: 'ReopenRoom',
    alone: true,
    home: ({ roomId }) => roomStream(roomId),

    reads: ({ roomId }) => ({ room: roomStream(roomId) }),

    decide: ({ roomId, closureId }, { room }, { actor }) => {
      const notAllowed = mayManageRooms(actor);
      if (notAllowed) return notAllowed;
      const open = roomInService(room);
      if (isRefusal(open)) return open;
      const known = open.closures.some((closure) => closure.closureId === closureId);
      if (!known) return { code: 'CLOSURE_UNKNOWN', roomId, closureId };
      return accept({ roomId }, [append(room, { type: 'RoomReopened', data: { closureId } })]);
    },
  },
);
