import { roomInService } from '@/domain/room/room-in-service';
import { roomStream, type RoomDetails, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { RoomId } from '@/domain/shared/ids';
import { mayManageRooms } from '@/domain/shared/permissions';
import { isRefusal } from '@/domain/shared/refusal';

export type ChangeRoomDetails = Command & {
  readonly type: 'ChangeRoomDetails';
  readonly roomId: RoomId;
  /** What is left out stays. */
  readonly changed: Partial<RoomDetails>;
};

/**
 * Changes name, floor, capacity or equipment of a room; the event holds what differs.
 * Refuses NOT_ALLOWED, ROOM_UNKNOWN, ROOM_RETIRED; NOTHING_CHANGED, so also when decided twice.
 */
export const changeRoomDetails = defineCommand<
  ChangeRoomDetails,
  { readonly room: RoomRef },
  { roomId: RoomId }
>({
  type: 'ChangeRoomDetails',
  alone: true,
  home: ({ roomId }) => roomStream(roomId),

  reads: ({ roomId }) => ({ room: roomStream(roomId) }),

  decide: ({ roomId, changed }, { room }, { actor }) => {
    const notAllowed = mayManageRooms(actor);
    if (notAllowed) return notAllowed;
    const open = roomInService(room);
    if (isRefusal(open)) return open;
    const different = differing(open.details, changed);
    if (Object.keys(different).length === 0) return { code: 'NOTHING_CHANGED' };
    const data = { changed: different };
    return accept({ roomId }, [append(room, { type: 'RoomDetailsChanged', data })]);
  },
});

const differing = (before: RoomDetails, wished: Partial<RoomDetails>): Partial<RoomDetails> => {
  const { name, floor, capacity, equipment } = wished;
  return {
    ...(name !== undefined && name !== before.name && { name }),
    ...(floor !== undefined && floor !== before.floor && { floor }),
    ...(capacity !== undefined && capacity !== before.capacity && { capacity }),
    ...(equipment && !sameList(equipment, before.equipment) && { equipment }),
  };
};

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item, i) => item === b[i]);
