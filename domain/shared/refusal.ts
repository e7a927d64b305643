import type { LocalDate, LocalDateTime, Instant, Period } from './time';
import type { ClosureId, MemberId, ReservationId, RoomId } from './ids';

/** Who holds a slot: which reservation, by which event of the day, recorded when. */
export type Winner = {
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  readonly date: LocalDate;
  readonly position: number;
  readonly recordedAt: Instant;
  readonly held: Period;
};

/** The rule that does not fit the others, or is no number of minutes or days at all. */
export type Contradiction = 'grid' | 'shortest' | 'longest' | 'leadTime' | 'horizon' | 'buffer';

/**
 * Why a command was not carried out: a stable code and the data to explain it. Holds ids, instants
 * and numbers, never a name or a title: a kept refusal stays when a person is forgotten.
 * The wording belongs to the edge.
 */
export type Refusal =
  | { readonly code: 'ROOM_UNKNOWN'; readonly roomId: RoomId }
  | { readonly code: 'ROOM_RETIRED'; readonly roomId: RoomId; readonly retiredAt: Instant }
  | { readonly code: 'ROOM_NOT_RETIRED'; readonly roomId: RoomId }
  | {
      readonly code: 'ROOM_CLOSED';
      readonly roomId: RoomId;
      readonly closureId: ClosureId;
      readonly closed: Period;
    }
  | { readonly code: 'CLOSURE_UNKNOWN'; readonly roomId: RoomId; readonly closureId: ClosureId }
  | { readonly code: 'PERIOD_EMPTY' }
  | { readonly code: 'OPENING_HOURS_OVERLAP' }
  | { readonly code: 'RULES_CONTRADICT'; readonly rule: Contradiction }
  | { readonly code: 'ZONE_UNKNOWN'; readonly timeZone: string }
  | {
      readonly code: 'OUTSIDE_OPENING_HOURS';
      /** The first date on which the wished time is not open. */
      readonly date: LocalDate;
    }
  | { readonly code: 'OFF_THE_GRID'; readonly gridMinutes: number }
  | { readonly code: 'TOO_SHORT'; readonly minutes: number; readonly shortestMinutes: number }
  | { readonly code: 'TOO_LONG'; readonly minutes: number; readonly longestMinutes: number }
  | { readonly code: 'TOO_SOON'; readonly leadTimeMinutes: number; readonly earliest: Instant }
  | { readonly code: 'TOO_FAR_AHEAD'; readonly horizonDays: number; readonly latest: LocalDate }
  | { readonly code: 'IN_THE_PAST'; readonly now: Instant }
  | { readonly code: 'SLOT_TAKEN'; readonly winner: Winner }
  | {
      readonly code: 'TIME_DOES_NOT_EXIST';
      readonly time: LocalDateTime;
      readonly timeZone: string;
    }
  | {
      readonly code: 'TIME_HAPPENS_TWICE';
      readonly time: LocalDateTime;
      readonly timeZone: string;
      /** UTC offsets of the first and the second occurrence. */
      readonly offsets: readonly [earlier: string, later: string];
    }
  | { readonly code: 'ZONE_RULES_CHANGED'; readonly date: LocalDate }
  | { readonly code: 'RESERVATION_UNKNOWN'; readonly reservationId: ReservationId }
  | { readonly code: 'RESERVATION_REJECTED'; readonly reservationId: ReservationId }
  | { readonly code: 'NOT_YOURS' }
  | { readonly code: 'NOT_ALLOWED'; readonly needs: 'manager' }
  | { readonly code: 'ALREADY_CANCELLED'; readonly cancelledAt: Instant }
  | { readonly code: 'NOT_CANCELLED' }
  | { readonly code: 'ALREADY_ENDED'; readonly endedAt: Instant }
  | {
      readonly code: 'RESERVATIONS_IN_THE_WAY';
      readonly reservations: readonly {
        readonly reservationId: ReservationId;
        readonly held: Period;
      }[];
    }
  /** Nothing can be written down for this person any more. */
  | { readonly code: 'PERSON_FORGOTTEN'; readonly memberId: MemberId }
  | { readonly code: 'TOO_MANY_DAYS'; readonly days: number; readonly most: number }
  | {
      readonly code: 'TOO_MANY_RESERVATIONS';
      readonly reservations: number;
      readonly most: number;
    }
  | { readonly code: 'NOTHING_CHANGED' }
  | { readonly code: 'ID_IN_USE' }
  /** What the sender looked at has moved on to this position since. */
  | { readonly code: 'CHANGED_MEANWHILE'; readonly position: number }
  /** Written by a newer version of the software than this one. */
  | { readonly code: 'NEWER_VERSION'; readonly stream: string }
  /** More is waiting than can be served; nothing was decided. */
  | { readonly code: 'BUSY' }
  /** The database could not be reached; nothing was written. */
  | { readonly code: 'UNAVAILABLE' }
  /** A stream's document has reached the size MongoDB allows; nothing was written. */
  | { readonly code: 'STREAM_FULL' }
  /** It may or may not have happened; send it again with the same command id. */
  | { readonly code: 'OUTCOME_UNKNOWN' };

export type RefusalCode = Refusal['code'];

/** Tells a refusal from what a function gives when all is well. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value;
