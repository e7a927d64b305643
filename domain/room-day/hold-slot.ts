import type { GrantedSlot } from '@/domain/reservation/reservation';
import type { RoomRef } from '@/domain/room/room';
import { append, type Append } from '@/domain/shared/command';
import type { MemberId, ReservationId } from '@/domain/shared/ids';
import { overlaps, plusMinutes } from '@/domain/shared/instants';
import type { Refusal } from '@/domain/shared/refusal';
import type { Loaded, StreamRef } from '@/domain/shared/stream';
import type { LocalDate, Period } from '@/domain/shared/time';
import { dayPieces, type DayPiece } from '@/domain/shared/zoned-days';
import {
  dateOfDay,
  holdsOf,
  roomDayStream,
  type Hold,
  type RoomDayRef,
  type SlotHeld,
  type SlotReleased,
} from './room-day';

/** Who a slot is held for. */
export type Holder = { readonly reservationId: ReservationId; readonly memberId: MemberId };

/** What a granted slot holds: from its start to its end with the buffer. */
const heldBy = ({ slot, heldUntil }: GrantedSlot): Period => ({
  start: slot.start,
  end: heldUntil,
});

/**
 * The days to read before a granted slot is held or released: those it touches, and those it comes
 * near. Should the rules of the zone have changed since a day was opened, a piece may lie there.
 */
export const daysOf = (granted: GrantedSlot): readonly RoomDayRef[] => {
  const { start, end } = heldBy(granted);
  const around = { start: plusMinutes(start, -nearMinutes), end: plusMinutes(end, nearMinutes) };
  return dayPieces(around, granted.slot.timeZone).map(({ date }) =>
    roomDayStream(granted.roomId, date),
  );
};

/**
 * Holds a granted slot with its buffer: a piece on each day it touches, on all of them or none.
 * What the holder's own reservation holds there already is not in the way.
 *
 * `days` are those of `daysOf`. Refuses SLOT_TAKEN with the first hold in the way;
 * ZONE_RULES_CHANGED where a day was opened with other bounds than its zone gives it now.
 */
export const holdSlot = (
  granted: GrantedSlot,
  holder: Holder,
  days: readonly Loaded<RoomDayRef>[],
): readonly Append[] | Refusal => {
  const held = heldBy(granted);
  const appends: Append[] = [];
  for (const piece of dayPieces(held, granted.slot.timeZone)) {
    const day = dayOn(piece.date, granted, days);
    if (boundsDiffer(day, piece.day)) return { code: 'ZONE_RULES_CHANGED', date: piece.date };
    appends.push(append(day, slotHeld(day, piece, holder)));
  }
  return slotTaken(held, holder, days) ?? appends;
};

/** Releases what reservations hold on these days. */
export const releaseSlots = (
  reservationIds: readonly ReservationId[],
  days: readonly Loaded<RoomDayRef>[],
): readonly Append[] => {
  const ids = new Set(reservationIds);
  return days.flatMap((day) => {
    const holds = holdsOf(day.state).filter(({ reservationId }) => ids.has(reservationId));
    return holds.length === 0 ? [] : [append(day, ...holds.map(slotReleased))];
  });
};

/**
 * What must not change before these holds are written: the room, when one of them opens a day.
 * Closing and retiring guard the days that exist, and cannot see one that does not yet.
 */
export const guardsOf = (
  room: Loaded<RoomRef>,
  holds: readonly Append[],
  days: readonly Loaded<RoomDayRef>[],
): readonly StreamRef[] => {
  const isNew = ({ stream }: Append) =>
    days.some(({ ref, state }) => ref.id === stream.id && state.status === 'unopened');
  return holds.some(isNew) ? [room.ref] : [];
};

/** By how much the rules of a zone may shift a day without a hold being missed. */
const nearMinutes = 180;

const dayOn = (
  date: LocalDate,
  { roomId }: GrantedSlot,
  days: readonly Loaded<RoomDayRef>[],
): Loaded<RoomDayRef> => {
  const { id } = roomDayStream(roomId, date);
  const day = days.find(({ ref }) => ref.id === id);
  if (!day) throw new Error(`${id} was not read`);
  return day;
};

const boundsDiffer = ({ state }: Loaded<RoomDayRef>, day: Period) =>
  state.status === 'opened' && (state.day.start !== day.start || state.day.end !== day.end);

const slotTaken = (
  held: Period,
  holder: Holder,
  days: readonly Loaded<RoomDayRef>[],
): Refusal | undefined => {
  for (const { ref, state } of days) {
    const winner = holdsOf(state).find(
      (hold) => hold.reservationId !== holder.reservationId && overlaps(hold, held),
    );
    if (!winner) continue;
    const { reservationId, memberId, position, heldAt: recordedAt, start, end } = winner;
    const date = dateOfDay(ref);
    return {
      code: 'SLOT_TAKEN',
      winner: { reservationId, memberId, date, position, recordedAt, held: { start, end } },
    };
  }
  return undefined;
};

const slotReleased = ({ reservationId }: Hold): SlotReleased => ({
  type: 'SlotReleased',
  data: { reservationId },
});

const slotHeld = (
  { state }: Loaded<RoomDayRef>,
  { day, piece }: DayPiece,
  { reservationId, memberId }: Holder,
): SlotHeld => ({
  type: 'SlotHeld',
  data: { reservationId, memberId, piece, ...(state.status === 'unopened' && { opens: day }) },
});
