import type { GrantedSlot, ReservationEvent } from '@/domain/reservation/reservation';
import { roomDayStream, type RoomDayEvent } from '@/domain/room-day/room-day';
import type { MemberId, ReservationId } from '@/domain/shared/ids';
import { instantOf, millisecondsOf, minutesOf } from '@/domain/shared/instants';
import type { Recorded } from '@/domain/shared/stream';
import type { Instant, Period } from '@/domain/shared/time';
import { dayPieces } from '@/domain/shared/zoned-days';
import { streamNameOf } from '../event-store/stream-document';

/** A piece of a day that is held, and by which event. */
export type HeldPiece = {
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  readonly piece: Period;
  readonly position: number;
};

/**
 * What is held on a day after its events. Worked out here and not by the decider's `evolve`, so that
 * a bug there is found.
 */
export const piecesHeld = (events: readonly Recorded<RoomDayEvent>[]): readonly HeldPiece[] => {
  let held: HeldPiece[] = [];
  for (const { type, data, metadata } of events) {
    switch (type) {
      case 'SlotHeld': {
        const { reservationId, memberId, piece } = data;
        held.push({ reservationId, memberId, piece, position: metadata.streamPosition });
        break;
      }
      case 'SlotReleased':
        held = held.filter(({ reservationId }) => reservationId !== data.reservationId);
    }
  }
  return held;
};

/** A reservation that holds a slot, and for whom. */
export type Reserved = {
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  readonly granted: GrantedSlot;
};

/** What a reservation holds after its events, by the same rule; undefined when it holds nothing. */
export const reservedBy = (events: readonly Recorded<ReservationEvent>[]): Reserved | undefined => {
  let booked: Reserved | undefined;
  let reserved: Reserved | undefined;
  for (const { type, data } of events) {
    switch (type) {
      case 'RoomReserved': {
        const { reservationId, memberId, granted } = data;
        reserved = booked = { reservationId, memberId, granted };
        break;
      }
      case 'ReservationMoved':
        reserved = booked && { ...booked, granted: data.to };
        break;
      case 'ReservationRestored':
        reserved = booked && { ...booked, granted: data.granted };
        break;
      case 'ReservationCancelled':
        reserved = undefined;
        break;
      case 'ReservationRejected':
      case 'ReservationDetailsChanged':
        break;
    }
  }
  return reserved;
};

/** A piece that should be held, on the day of this stream. */
export type DuePiece = { readonly day: string; readonly piece: Period };

/** Nobody books a room for longer; a time that somebody tampered with may be any. */
const mostMinutes = 10 * 366 * 1440;

/**
 * The pieces a reservation should hold: its slot with the buffer, cut at the starts of the room's days.
 * Throws a RangeError for what is no time, or longer than ten years.
 */
export const piecesDue = ({ granted }: Reserved): readonly DuePiece[] => {
  const { slot, heldUntil, roomId } = granted;
  const held = { start: slot.start, end: heldUntil };
  const minutes = isInstant(held.start) && isInstant(held.end) ? minutesOf(held) : 0;
  if (minutes <= 0 || minutes > mostMinutes) {
    throw new RangeError(`${held.start} to ${held.end} is no time to hold`);
  }
  return dayPieces(held, slot.timeZone).map(({ date, piece }) => ({
    day: streamNameOf(roomDayStream(roomId, date)),
    piece,
  }));
};

const isInstant = (text: Instant) =>
  !Number.isNaN(Date.parse(text)) && instantOf(millisecondsOf(text)) === text;

/** True when two periods are the same. */
export const samePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end;
