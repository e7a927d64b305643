import {
  reservationStream,
  type CancelCause,
  type ReservationRef,
  type ReservedReservation,
} from '@/domain/reservation/reservation';
import { append, type Append, type LoadedSet, type Named } from '@/domain/shared/command';
import { plusDays } from '@/domain/shared/days';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import { overlaps } from '@/domain/shared/instants';
import type { Refusal } from '@/domain/shared/refusal';
import type { Loaded, StreamRange } from '@/domain/shared/stream';
import { endOfTime, type LocalDate, type Period, type TimeZone } from '@/domain/shared/time';
import { dateAt } from '@/domain/shared/zoned-days';
import { daysOf, releaseSlots } from './hold-slot';
import { holdsOf, roomDaysStored, type RoomDayRef } from './room-day';

/** More days than this are not changed by one command. */
const mostDays = 400;

/** Nor are more reservations: everyone else waits while they are cancelled. */
const mostReservations = 1000;

/** What is read to find and clear what is in the way of a closing or a retiring. */
export type WayStreams = {
  readonly days: readonly RoomDayRef[];
  readonly reservations: readonly ReservationRef[];
  readonly otherDays: readonly RoomDayRef[];
};

/** Nothing of it, while it is not known where to look. */
export const nothingToClear: Named<WayStreams> = { days: [], reservations: [], otherDays: [] };

/**
 * The existing days of a room in a period, to be read and guarded, so that no slot is held there
 * meanwhile. Also the day before it, where another server's clock may still be, and the day after:
 * should the rules of the zone have changed since, a piece may lie there.
 */
export const daysAround = (
  roomId: RoomId,
  period: Period,
  timeZone: TimeZone,
): StreamRange<RoomDayRef> => {
  const first = plusDays(dateAt(period.start, timeZone), -1);
  const last = period.end < endOfTime ? dateAt(period.end, timeZone) : lastDate;
  return roomDaysStored(roomId, first, last < lastDate ? plusDays(last, 1) : lastDate);
};

/**
 * Names what to read, in steps: the existing days, the reservations that hold something in the
 * period, all days that those in the way hold. Stops at days when those or their reservations are too
 * many.
 */
export const readTheWay = (
  stored: StreamRange<RoomDayRef>,
  period: Period,
  { days = [], reservations = [] }: Partial<LoadedSet<WayStreams>>,
): Named<WayStreams> => ({
  days: stored,
  reservations: tooMuch(days, period) ? [] : holdersIn(days, period),
  otherDays: unique(inTheWay(reservations, period).flatMap(({ state }) => daysOf(state.granted))),
});

/** What was cleared: the reservations, and what to append to them and to their days. */
export type Cleared = {
  readonly cancelled: readonly ReservationId[];
  readonly appends: readonly Append[];
};

/**
 * Which reservations in the way may be cancelled: all of them, none, or these alone. A list is what
 * someone has seen; another reservation that has come meanwhile is not cancelled unseen.
 */
export type CancelThem = boolean | readonly ReservationId[];

/**
 * Cancels what is in the way of a period, where that is wanted: every reservation whose own time,
 * without its buffer, overlaps it.
 * Refuses RESERVATIONS_IN_THE_WAY (all of them) where one may not be cancelled; TOO_MANY_DAYS (how
 * many) where slots would have to be released on more than 400 days; TOO_MANY_RESERVATIONS (how
 * many) where more than 1,000 hold something in the period.
 */
export const clearTheWay = (
  { days, reservations, otherDays }: LoadedSet<WayStreams>,
  period: Period,
  cause: CancelCause,
  cancelThem: CancelThem,
): Cleared | Refusal => {
  const tooMany = tooMuch(days, period);
  if (tooMany) return tooMany;
  const found = inTheWay(reservations, period);
  const may = mayBeCancelled(cancelThem);
  if (!found.every(({ state }) => may(state.reservationId))) {
    return { code: 'RESERVATIONS_IN_THE_WAY', reservations: found.map(timeOf) };
  }
  const cancelled = found.map(({ state }) => state.reservationId);
  const releases = releaseSlots(cancelled, otherDays);
  const cancellations = found.map((reservation) => {
    const { reservationId } = reservation.state;
    return append(reservation, { type: 'ReservationCancelled', data: { reservationId, cause } });
  });
  return notTooMany(releases.length) ?? { cancelled, appends: [...cancellations, ...releases] };
};

const mayBeCancelled = (cancelThem: CancelThem) => {
  if (typeof cancelThem === 'boolean') return () => cancelThem;
  const listed = new Set(cancelThem);
  return (reservationId: ReservationId) => listed.has(reservationId);
};

const lastDate = '9999-12-31' as LocalDate;

type InTheWay = Loaded<ReservationRef> & { readonly state: ReservedReservation };

const inTheWay = (reservations: readonly Loaded<ReservationRef>[], period: Period) =>
  reservations.filter(
    (reservation): reservation is InTheWay =>
      reservation.state.status === 'reserved' && overlaps(reservation.state.granted.slot, period),
  );

const daysHeldIn = (days: readonly Loaded<RoomDayRef>[], period: Period) =>
  days.filter(({ state }) => holdsOf(state).some((hold) => overlaps(hold, period)));

const holdersIn = (days: readonly Loaded<RoomDayRef>[], period: Period) =>
  unique(
    days.flatMap(({ state }) =>
      holdsOf(state)
        .filter((hold) => overlaps(hold, period))
        .map(({ reservationId }) => reservationStream(reservationId)),
    ),
  );

const unique = <Ref extends { readonly id: string }>(refs: readonly Ref[]): readonly Ref[] => [
  ...new Map(refs.map((ref) => [ref.id, ref])).values(),
];

const timeOf = ({ state: { reservationId, granted } }: InTheWay) => ({
  reservationId,
  held: { start: granted.slot.start, end: granted.slot.end },
});

const tooMuch = (days: readonly Loaded<RoomDayRef>[], period: Period): Refusal | undefined => {
  const tooManyDays = notTooMany(daysHeldIn(days, period).length);
  if (tooManyDays) return tooManyDays;
  const reservations = holdersIn(days, period).length;
  if (reservations <= mostReservations) return undefined;
  return { code: 'TOO_MANY_RESERVATIONS', reservations, most: mostReservations };
};

const notTooMany = (days: number): Refusal | undefined =>
  days > mostDays ? { code: 'TOO_MANY_DAYS', days, most: mostDays } : undefined;
