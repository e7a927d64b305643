import type { Event } from '@event-driven-io/emmett';
import type { MemberId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import type { Sealed } from '@/domain/shared/sealed';
import type { Recorded, StreamDefinition, StreamRef } from '@/domain/shared/stream';
import type { Instant, LocalDateTime, Slot } from '@/domain/shared/time';

/** The stream of one reservation; its id never changes. */
export const reservationStream = (reservationId: ReservationId): ReservationRef => ({
  type: 'reservation',
  id: reservationId,
});

export type ReservationRef = StreamRef<Reservation, ReservationEvent>;

/**
 * A slot in a room as it was granted: `heldUntil` is its end plus the buffer the room had then;
 * `roomPosition` is the version of the room whose rules were applied.
 */
export type GrantedSlot = {
  readonly roomId: RoomId;
  readonly slot: Slot;
  readonly heldUntil: Instant;
  readonly roomPosition: number;
};

export type RoomReserved = Event<
  'RoomReserved',
  {
    reservationId: ReservationId;
    memberId: MemberId;
    granted: GrantedSlot;
    title: Sealed;
    note?: Sealed;
  }
>;
/** A booking that was refused, kept so that "why?" has a permanent answer. */
export type ReservationRejected = Event<
  'ReservationRejected',
  {
    reservationId: ReservationId;
    memberId: MemberId;
    roomId: RoomId;
    wished: { startsAt: LocalDateTime; endsAt: LocalDateTime };
    refusal: Refusal;
  }
>;
export type ReservationMoved = Event<'ReservationMoved', { from: GrantedSlot; to: GrantedSlot }>;
/** Holds the changed fields only; `note: null` removes the note. */
export type ReservationDetailsChanged = Event<
  'ReservationDetailsChanged',
  { title?: Sealed; note?: Sealed | null }
>;
/** Why a reservation was cancelled by something that happened to its room. */
export type CancelCause = {
  readonly code: 'ROOM_CLOSED' | 'ROOM_RETIRED';
  readonly roomId: RoomId;
};
export type ReservationCancelled = Event<
  'ReservationCancelled',
  { reservationId: ReservationId; cause?: CancelCause }
>;
export type ReservationRestored = Event<'ReservationRestored', { granted: GrantedSlot }>;

export type ReservationEvent =
  | RoomReserved
  | ReservationRejected
  | ReservationMoved
  | ReservationDetailsChanged
  | ReservationCancelled
  | ReservationRestored;

type ReservationFacts = {
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  readonly granted: GrantedSlot;
  readonly title: Sealed;
  readonly note?: Sealed;
  readonly reservedAt: Instant;
};
export type ReservedReservation = ReservationFacts & { readonly status: 'reserved' };
export type CancelledReservation = ReservationFacts & {
  readonly status: 'cancelled';
  readonly cancelledAt: Instant;
  readonly cancelledBy: MemberId;
  readonly cause?: CancelCause;
};
export type RejectedReservation = {
  readonly status: 'rejected';
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  readonly roomId: RoomId;
  readonly wished: { readonly startsAt: LocalDateTime; readonly endsAt: LocalDateTime };
  readonly refusal: Refusal;
  readonly rejectedAt: Instant;
};
export type Reservation =
  { readonly status: 'unknown' } | ReservedReservation | CancelledReservation | RejectedReservation;

const evolve = (state: Reservation, event: Recorded<ReservationEvent>): Reservation => {
  const { recordedAt, actor } = event.metadata;
  switch (event.type) {
    case 'RoomReserved':
      return { status: 'reserved', ...event.data, reservedAt: recordedAt };
    case 'ReservationRejected':
      return { status: 'rejected', ...event.data, rejectedAt: recordedAt };
    case 'ReservationMoved':
      return hasSlot(state) ? { ...state, granted: event.data.to } : state;
    case 'ReservationDetailsChanged':
      return hasSlot(state) ? withDetails(state, event.data) : state;
    case 'ReservationCancelled':
      if (!hasSlot(state)) return state;
      return {
        ...state,
        status: 'cancelled',
        cancelledAt: recordedAt,
        cancelledBy: actor.id,
        ...(event.data.cause && { cause: event.data.cause }),
      };
    case 'ReservationRestored': {
      if (state.status !== 'cancelled') return state;
      const { cancelledAt: _at, cancelledBy: _by, cause: _cause, ...facts } = state;
      return { ...facts, status: 'reserved', granted: event.data.granted };
    }
    default:
      // Written by newer code; the compiler sees to it that no known type ends here.
      event satisfies never;
      return state;
  }
};

const hasSlot = (state: Reservation): state is ReservedReservation | CancelledReservation =>
  state.status === 'reserved' || state.status === 'cancelled';

const withDetails = (
  state: ReservedReservation | CancelledReservation,
  { title, note }: ReservationDetailsChanged['data'],
): Reservation => {
  const { note: before, ...rest } = state;
  const kept = note === undefined ? before : (note ?? undefined);
  return { ...rest, ...(title && { title }), ...(kept && { note: kept }) };
};

export const reservationDefinition: StreamDefinition<Reservation, ReservationEvent> = {
  type: 'reservation',
  initialState: () => ({ status: 'unknown' }),
  evolve,
  eventVersions: {
    RoomReserved: 1,
    ReservationRejected: 1,
    ReservationMoved: 1,
    ReservationDetailsChanged: 1,
    ReservationCancelled: 1,
    ReservationRestored: 1,
  },
  schemaVersion: 1,
};
