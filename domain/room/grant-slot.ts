import type { GrantedSlot } from '@/domain/reservation/reservation';
import { plusMinutes } from '@/domain/shared/instants';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import type { Loaded } from '@/domain/shared/stream';
import type { Instant, Slot, Wish } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';
import { longEnough, nearEnough, onTheGrid, soonEnough } from './booking-rules';
import { withinOpeningHours } from './opening-hours';
import type { RoomRef } from './room';
import { notClosed, roomInService } from './room-in-service';

/**
 * What a room grants of a wish by its rules as they are now: the slot, and until when it is held
 * with the buffer. Whether it is free is for its days to say.
 *
 * `before` is the slot of a reservation that is moved: one that has begun may go on in another room
 * or until another time, if it keeps its start; the lead time is then no matter.
 *
 * Refuses, in this order: ROOM_UNKNOWN, ROOM_RETIRED, TIME_DOES_NOT_EXIST, TIME_HAPPENS_TWICE,
 * IN_THE_PAST, TOO_SHORT where the end is not after the start, OFF_THE_GRID, TOO_SHORT, TOO_LONG,
 * TOO_SOON, TOO_FAR_AHEAD, OUTSIDE_OPENING_HOURS, ROOM_CLOSED.
 */
export const grantSlot = (
  room: Loaded<RoomRef>,
  wish: Wish,
  now: Instant,
  before?: Slot,
): GrantedSlot | Refusal => {
  const open = roomInService(room);
  if (isRefusal(open)) return open;
  const { rules, openingHours, timeZone, roomId } = open;
  const slot = slotOf(wish, timeZone);
  if (isRefusal(slot)) return slot;
  const begun = before !== undefined && before.start <= now;
  const broken =
    (begun ? goesOn(slot, before, now) : notInThePast(slot, now)) ??
    endsAfterItStarts(slot, rules.shortestMinutes) ??
    onTheGrid(rules, slot) ??
    longEnough(rules, slot) ??
    (begun ? undefined : soonEnough(rules, slot.start, now)) ??
    nearEnough(rules, slot, now) ??
    withinOpeningHours(openingHours, slot) ??
    notClosed(open, slot);
  if (broken) return broken;
  const heldUntil = plusMinutes(slot.end, rules.bufferMinutes);
  return { roomId, slot, heldUntil, roomPosition: room.position };
};

const notInThePast = ({ start }: Slot, now: Instant): Refusal | undefined =>
  start < now ? { code: 'IN_THE_PAST', now } : undefined;

/** What was used already cannot be taken back. */
const goesOn = (slot: Slot, before: Slot, now: Instant): Refusal | undefined =>
  slot.start === before.start && slot.end > now ? undefined : { code: 'IN_THE_PAST', now };

/** Before the grid, so that two times in the wrong order are not corrected one by one. */
const endsAfterItStarts = ({ start, end }: Slot, shortestMinutes: number): Refusal | undefined =>
  end > start ? undefined : { code: 'TOO_SHORT', minutes: 0, shortestMinutes };
