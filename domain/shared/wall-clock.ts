import { Temporal } from 'temporal-polyfill';
import { dateOf, minuteOfDay } from './days';
import { instantOf, plusMinutes } from './instants';
import { isRefusal, type Refusal } from './refusal';
import type { Instant, LocalDateTime, Occurrence, Slot, TimeZone, Wish } from './time';
import { dayOf, steadyOffset } from './zoned-days';

/** A wall-clock time that was found on the line of time, and the offset from UTC it has there. */
export type WallMoment = { readonly instant: Instant; readonly offset: string };

/**
 * The slot that a wish means in a zone. Says nothing about its length: the end may lie before the
 * start.
 *
 * Refuses TIME_DOES_NOT_EXIST for a time the clock passes over, and for an offset it never has
 * then; TIME_HAPPENS_TWICE, with both offsets, when the clock shows it twice and the wish does not
 * say which. An occurrence given for a time that happens once does no harm.
 *
 * @example In Europe/Zurich 2026-10-25T02:30 happens twice: 'earlier' or '+02:00' is the first,
 * 'later' or '+01:00' the second; 2026-03-29T02:30 does not exist.
 */
export const slotOf = (wish: Wish, timeZone: TimeZone): Slot | Refusal => {
  const start = momentOf(wish.startsAt, timeZone, wish.startOccurrence);
  if (isRefusal(start)) return start;
  const end = momentOf(wish.endsAt, timeZone, wish.endOccurrence);
  if (isRefusal(end)) return end;
  return {
    start: start.instant,
    end: end.instant,
    startsAt: wish.startsAt,
    endsAt: wish.endsAt,
    startOffset: start.offset,
    endOffset: end.offset,
    timeZone,
  };
};

/** Both moments at which the wall shows a time: equal when it happens once; undefined when it never does. */
const momentsAt = (
  wall: LocalDateTime,
  timeZone: TimeZone,
): { readonly earlier: WallMoment; readonly later: WallMoment } | undefined => {
  const date = dateOf(wall);
  const offset = steadyOffset(date, timeZone);
  if (offset !== undefined) {
    const instant = plusMinutes(dayOf(date, timeZone).start, minuteOfDay(wall));
    return { earlier: { instant, offset }, later: { instant, offset } };
  }
  const plain = Temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (!earlier.toPlainDateTime().equals(plain)) return undefined;
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return { earlier: momentIn(earlier), later: momentIn(later) };
};

/**
 * The instant from which on the wall shows a time or a later one: where the time happens twice, the
 * first or the second; where it is passed over, the change of the clock.
 */
export const momentFrom = (
  wall: LocalDateTime,
  timeZone: TimeZone,
  occurrence: 'earlier' | 'later',
): Instant => {
  const moments = momentsAt(wall, timeZone);
  if (moments) return moments[occurrence].instant;
  const before = Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, {
    disambiguation: 'earlier',
  });
  const change = before.getTimeZoneTransition('next') ?? before;
  return instantOf(change.epochMilliseconds);
};

const momentIn = (zoned: Temporal.ZonedDateTime): WallMoment => ({
  instant: instantOf(zoned.epochMilliseconds),
  offset: zoned.offset,
});

const momentOf = (
  wall: LocalDateTime,
  timeZone: TimeZone,
  occurrence: Occurrence | undefined,
): WallMoment | Refusal => {
  const moments = momentsAt(wall, timeZone);
  if (!moments) return { code: 'TIME_DOES_NOT_EXIST', time: wall, timeZone };
  const { earlier, later } = moments;
  if (occurrence === 'earlier' || occurrence === earlier.offset) return earlier;
  if (occurrence === 'later' || occurrence === later.offset) return later;
  if (earlier.instant !== later.instant) {
    const offsets = [earlier.offset, later.offset] as const;
    return { code: 'TIME_HAPPENS_TWICE', time: wall, timeZone, offsets };
  }
  if (occurrence === undefined) return earlier;
  return { code: 'TIME_DOES_NOT_EXIST', time: wall, timeZone };
};
