import type { Brand } from './ids';

/**
 * A moment in UTC, always with three digits of milliseconds (`2026-11-20T09:00:00.000Z`),
 * so that instants compare as text.
 */
export type Instant = Brand<'Instant'>;

/** Later than everything; for periods without an end. */
export const endOfTime = '9999-12-31T23:59:59.999Z' as Instant;

/** A date on the wall of the room, `2026-11-20`. */
export type LocalDate = Brand<'LocalDate'>;

/** A time of day on the wall of the room, `09:30`; `24:00` only as an end. */
export type LocalTime = Brand<'LocalTime'>;

/** Date and time on the wall of the room, `2026-11-20T09:30`. */
export type LocalDateTime = Brand<'LocalDateTime'>;

/** An IANA time zone, `Europe/Zurich`. */
export type TimeZone = Brand<'TimeZone'>;

/** Half-open: the start belongs to it, the end does not, so 9–10 and 10–11 do not overlap. */
export type Period = { readonly start: Instant; readonly end: Instant };

/**
 * What is reserved: the instants, and what the clock on the room's wall shows at them.
 * `offset`s tell the two apart when the wall shows one time twice (`+02:00`, then `+01:00`).
 */
export type Slot = Period & {
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
  readonly startOffset: string;
  readonly endOffset: string;
  readonly timeZone: TimeZone;
};

/** Which of two equal wall-clock times is meant when the clock is set back: or its UTC offset, `+01:00`. */
export type Occurrence = 'earlier' | 'later' | (string & {});

/** A slot as people ask for it: wall clock of the room, half-open. */
export type Wish = {
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
  readonly startOccurrence?: Occurrence;
  readonly endOccurrence?: Occurrence;
};
