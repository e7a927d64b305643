import type { Event } from '@event-driven-io/emmett';
import type { MemberId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { Recorded, StreamDefinition, StreamRange, StreamRef } from '@/domain/shared/stream';
import type { Instant, LocalDate, Period } from '@/domain/shared/time';

/** The stream of one room on one local date: the boundary in which overlap is decided. */
export const roomDayStream = (roomId: RoomId, date: LocalDate): RoomDayRef => ({
  type: 'room_day',
  id: `${roomId}_${date}`,
});

/** The days of a room that exist from one local date to another, both included. */
export const roomDaysStored = (
  roomId: RoomId,
  from: LocalDate,
  to: LocalDate,
): StreamRange<RoomDayRef> => ({
  type: 'room_day',
  fromId: `${roomId}_${from}`,
  toId: `${roomId}_${to}`,
});

/** The local date of a day, as its id says. */
export const dateOfDay = ({ id }: RoomDayRef): LocalDate =>
  id.slice(-'yyyy-mm-dd'.length) as LocalDate;

export type RoomDayRef = StreamRef<RoomDay, RoomDayEvent>;

/**
 * A reservation holds a piece of this day: from its start, or the day's, to its end with the
 * buffer, or the day's. The first hold of a day `opens` it and records its first and last instant.
 */
export type SlotHeld = Event<
  'SlotHeld',
  { reservationId: ReservationId; memberId: MemberId; piece: Period; opens?: Period }
>;
export type SlotReleased = Event<'SlotReleased', { reservationId: ReservationId }>;

export type RoomDayEvent = SlotHeld | SlotReleased;

/** A piece of the day that is taken, and by which event. */
export type Hold = Period & {
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  readonly position: number;
  readonly heldAt: Instant;
};

export type OpenedDay = {
  readonly status: 'opened';
  /** First instant of the day and of the next, as the zone's rules were when it opened. */
  readonly day: Period;
  /** By start. */
  readonly holds: readonly Hold[];
};
export type RoomDay = { readonly status: 'unopened' } | OpenedDay;

/** The holds of a day; none before it was opened. */
export const holdsOf = (day: RoomDay): readonly Hold[] =>
  day.status === 'opened' ? day.holds : [];

const evolve = (state: RoomDay, event: Recorded<RoomDayEvent>): RoomDay => {
  switch (event.type) {
    case 'SlotHeld': {
      const { reservationId, memberId, piece, opens } = event.data;
      const { streamPosition: position, recordedAt: heldAt } = event.metadata;
      const hold: Hold = { ...piece, reservationId, memberId, position, heldAt };
      if (state.status === 'unopened')
        return { status: 'opened', day: opens ?? piece, holds: [hold] };
      return { ...state, holds: [...state.holds, hold].sort(byStart) };
    }
    case 'SlotReleased': {
      if (state.status === 'unopened') return state;
      const released = event.data.reservationId;
      return { ...state, holds: state.holds.filter((h) => h.reservationId !== released) };
    }
    default:
      // Written by newer code; the compiler sees to it that no known type ends here.
      event satisfies never;
      return state;
  }
};

const byStart = (a: Hold, b: Hold) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0);

export const roomDayDefinition: StreamDefinition<RoomDay, RoomDayEvent> = {
  type: 'room_day',
  initialState: () => ({ status: 'unopened' }),
  evolve,
  eventVersions: { SlotHeld: 1, SlotReleased: 1 },
  schemaVersion: 1,
};
