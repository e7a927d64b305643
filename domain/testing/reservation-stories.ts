import {
  reservationStream,
  type CancelCause,
  type GrantedSlot,
  type ReservationEvent,
} from '@/domain/reservation/reservation';
import { roomDayStream, type RoomDayEvent } from '@/domain/room-day/room-day';
import { roomStream } from '@/domain/room/room';
import type { Actor } from '@/domain/shared/actor';
import type { Append } from '@/domain/shared/command';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import type { Sealed } from '@/domain/shared/sealed';
import type { TimeZone, Wish } from '@/domain/shared/time';
import { ana, atrium, mine, sealed } from './people';
import type { Story } from './story';
import type { Streams } from './streams';
import { after, cut, slotAt, zurich } from './wall';

/** Where and for whom; Ana's reservation `mine` in the atrium unless told otherwise. */
export type Told = {
  readonly id?: ReservationId;
  readonly owner?: Actor;
  readonly roomId?: RoomId;
  readonly timeZone?: TimeZone;
  /** Minutes kept free after the end. */
  readonly buffer?: number;
  /** Version of the room it was decided on; the one the streams hold unless told otherwise. */
  readonly roomPosition?: number;
  readonly title?: Sealed;
  readonly note?: Sealed;
};

/** What a room granted of a wish. */
const grantedAt = (wished: Wish, told: Told, streams: Streams): GrantedSlot => {
  const { roomId = atrium, timeZone = zurich, buffer = 0 } = told;
  const slot = slotAt(wished, timeZone);
  const roomPosition = told.roomPosition ?? streams.one(roomStream(roomId)).position;
  return { roomId, slot, heldUntil: after(slot.end, buffer), roomPosition };
};

/** A reservation was made: it holds its days, each first hold of a day opens it. */
export const booked = (wished: Wish, told: Told = {}): Story => ({
  events: (before) => {
    const { id = mine, owner = ana, title, note } = told;
    const granted = grantedAt(wished, told, before);
    const data = {
      reservationId: id,
      memberId: owner.id,
      granted,
      title: title ?? sealed('Standup', owner),
      ...(note && { note }),
    };
    return [...holds(granted, told, before), onReservation(id, { type: 'RoomReserved', data })];
  },
  by: told.owner ?? ana,
});

/** A booking was refused, and that was kept. */
export const rejected = (wished: Wish, refusal: Refusal, told: Told = {}): Story => ({
  events: () => {
    const { id = mine, owner = ana, roomId = atrium } = told;
    const { startsAt, endsAt } = wished;
    const data = {
      reservationId: id,
      memberId: owner.id,
      roomId,
      wished: { startsAt, endsAt },
      refusal,
    };
    return [onReservation(id, { type: 'ReservationRejected', data })];
  },
  by: told.owner ?? ana,
});

/** A reservation was moved: the old days let go of it, the new ones hold it. */
export const moved = (
  [from, toldFrom]: readonly [Wish, Told?],
  [to, toldTo]: readonly [Wish, Told?],
): Story => ({
  events: (before) => {
    const [old, next] = [
      grantedAt(from, toldFrom ?? {}, before),
      grantedAt(to, toldTo ?? {}, before),
    ];
    const id = toldTo?.id ?? mine;
    const event = { type: 'ReservationMoved', data: { from: old, to: next } } as const;
    return [...releases(old, id), ...holds(next, toldTo ?? {}, before), onReservation(id, event)];
  },
});

/** Title, note or both were changed. */
export const reworded = (
  changed: { readonly title?: Sealed; readonly note?: Sealed | null },
  id = mine,
): Story => ({
  events: () => [onReservation(id, { type: 'ReservationDetailsChanged', data: changed })],
});

/** A reservation was cancelled, and its days let go of it. */
export const cancelled = (wished: Wish, told: Told = {}, cause?: CancelCause): Story => ({
  events: (before) => {
    const id = told.id ?? mine;
    const data = { reservationId: id, ...(cause && { cause }) };
    const days = releases(grantedAt(wished, told, before), id);
    return [...days, onReservation(id, { type: 'ReservationCancelled', data })];
  },
  by: told.owner ?? ana,
});

/** A cancelled reservation was taken back, and its days hold it again. */
export const restored = (wished: Wish, told: Told = {}): Story => ({
  events: (before) => {
    const granted = grantedAt(wished, told, before);
    const event = { type: 'ReservationRestored', data: { granted } } as const;
    return [...holds(granted, told, before), onReservation(told.id ?? mine, event)];
  },
});

const holds = (granted: GrantedSlot, { id = mine, owner = ana }: Told, before: Streams) =>
  cutDays(granted).map(({ date, day, piece }): Append => {
    const stream = roomDayStream(granted.roomId, date);
    const opens = before.one(stream).position === 0;
    const data = { reservationId: id, memberId: owner.id, piece, ...(opens && { opens: day }) };
    return onDay(stream, { type: 'SlotHeld', data });
  });

const releases = (granted: GrantedSlot, reservationId: ReservationId) =>
  cutDays(granted).map(({ date }) =>
    onDay(roomDayStream(granted.roomId, date), { type: 'SlotReleased', data: { reservationId } }),
  );

const cutDays = ({ slot, heldUntil }: GrantedSlot) =>
  cut({ start: slot.start, end: heldUntil }, slot.timeZone);

const onDay = (stream: ReturnType<typeof roomDayStream>, event: RoomDayEvent): Append => ({
  stream,
  events: [event],
});

const onReservation = (id: ReservationId, event: ReservationEvent): Append => ({
  stream: reservationStream(id),
  events: [event],
});
