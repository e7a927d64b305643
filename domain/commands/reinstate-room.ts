import { roomStream, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { RoomId } from '@/domain/shared/ids';
import { mayManageRooms } from '@/domain/shared/permissions';

export type ReinstateRoom = Command & { readonly type: 'ReinstateRoom'; readonly roomId: RoomId };

/**
 * Takes a retired room back into service; what was cancelled for its retiring stays cancelled until
 * someone restores it.
 * Refuses NOT_ALLOWED, ROOM_UNKNOWN; ROOM_NOT_RETIRED, so also when decided twice.
 */
export const reinstateRoom = defineCommand<
  ReinstateRoom,
  { readonly room: RoomRef },
  { roomId: RoomId }
>({
  type: 'ReinstateRoom',
  alone: true,
  home: ({ roomId }) => roomStream(roomId),

  reads: ({ roomId }) => ({ room: roomStream(roomId) }),

  decide: ({ roomId }, { room }, { actor }) => {
    const notAllowed = mayManageRooms(actor);
    if (notAllowed) return notAllowed;
    if (room.state.status === 'unknown') return { code: 'ROOM_UNKNOWN', roomId };
    if (room.state.status === 'open') return { code: 'ROOM_NOT_RETIRED', roomId };
    return accept({ roomId }, [append(room, { type: 'RoomReinstated', data: { roomId } })]);
  },
});
