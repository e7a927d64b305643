import { consistent } from '@/domain/room/booking-rules';
import { inOrder } from '@/domain/room/opening-hours';
import {
  roomStream,
  type BookingRules,
  type OpeningHours,
  type RoomDetails,
  type RoomRef,
} from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { RoomId } from '@/domain/shared/ids';
import { mayManageRooms } from '@/domain/shared/permissions';
import type { TimeZone } from '@/domain/shared/time';
import { zoneExists } from '@/domain/shared/zoned-days';

export type AddRoom = Command & {
  readonly type: 'AddRoom';
  readonly roomId: RoomId;
  readonly details: RoomDetails;
  /** For good: a room in another zone is another room. */
  readonly timeZone: TimeZone;
  readonly openingHours: OpeningHours;
  readonly rules: BookingRules;
};

/**
 * Adds a room. Refuses NOT_ALLOWED; ID_IN_USE for a room that exists, so also when decided twice;
 * ZONE_UNKNOWN; OPENING_HOURS_OVERLAP; RULES_CONTRADICT.
 */
export const addRoom = defineCommand<AddRoom, { readonly room: RoomRef }, { roomId: RoomId }>({
  type: 'AddRoom',
  alone: true,
  home: ({ roomId }) => roomStream(roomId),

  reads: ({ roomId }) => ({ room: roomStream(roomId) }),

  decide: ({ roomId, details, timeZone, openingHours, rules }, { room }, { actor }) => {
    const notAllowed = mayManageRooms(actor);
    if (notAllowed) return notAllowed;
    if (room.position > 0) return { code: 'ID_IN_USE' };
    if (!zoneExists(timeZone)) return { code: 'ZONE_UNKNOWN', timeZone };
    const wrong = inOrder(openingHours) ?? consistent(rules);
    if (wrong) return wrong;
    const data = { roomId, details, timeZone, openingHours, rules };
    return accept({ roomId }, [append(room, { type: 'RoomAdded', data })]);
  },
});
