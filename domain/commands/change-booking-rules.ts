import { consistent, sameRules } from '@/domain/room/booking-rules';
import { roomInService } from '@/domain/room/room-in-service';
import { roomStream, type BookingRules, type RoomRef } from '@/domain/room/room';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { RoomId } from '@/domain/shared/ids';
import { mayManageRooms } from '@/domain/shared/permissions';
import { isRefusal } from '@/domain/shared/refusal';

export type ChangeBookingRules = Command & {
  readonly type: 'ChangeBookingRules';
  readonly roomId: RoomId;
  readonly rules: BookingRules;
};

/**
 * Changes the rules for what is booked or moved from now on; reservations that were granted stay,
 * with the buffer they had.
 * Refuses NOT_ALLOWED, ROOM_UNKNOWN, ROOM_RETIRED, RULES_CONTRADICT; NOTHING_CHANGED, so also when
 * decided twice.
 */
export const changeBookingRules = defineCommand<
  ChangeBookingRules,
  { readonly room: RoomRef },
  { roomId: RoomId }
>({
  type: 'ChangeBookingRules',
  alone: true,
  home: ({ roomId }) => roomStream(roomId),

  reads: ({ roomId }) => ({ room: roomStream(roomId) }),

  decide: ({ roomId, rules }, { room }, { actor }) => {
    const notAllowed = mayManageRooms(actor);
    if (notAllowed) return notAllowed;
    const open = roomInService(room);
    if (isRefusal(open)) return open;
    const wrong = consistent(rules);
    if (wrong) return wrong;
    if (sameRules(open.rules, rules)) return { code: 'NOTHING_CHANGED' };
    return accept({ roomId }, [append(room, { type: 'BookingRulesChanged', data: { rules } })]);
  },
});
