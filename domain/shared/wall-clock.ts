import { Temporal } from 'temporal-polyfill';
import { dateOf, minuteOfDay } from './days';
import { instantOf, millisecondsOf, minutesOf, plusMinutes } from './instants';
import { memo } from './memo';
import { isRefusal, type Refusal } from './refusal';
import type { Instant, LocalDate, LocalDateTime, Occurrence, Slot, TimeZone, Wish } from './time';
import { dateAt, dayOf, steadyOffset } from './zoned-days';

/** When the wall shows a time, and the offset from UTC it then has. */
type WallMoment = { readonly instant: Instant; readonly offset: string };

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

/**
 * The instant from which on the wall shows a time or a later one: where the time happens twice, the
 * first or the second; where it is passed over, the change of the clock.
 */
export const momentFrom = (
  wall: LocalDateTime,
  timeZone: TimeZone,
  occurrence: 'earlier' | 'later',
): Instant => momentsAt(wall, timeZone)[occurrence].instant;

/**
 * What the wall shows at an instant, to the minute, and the offset that tells it from an equal time:
 * what a wish must say to mean that instant.
 */
export const wallAt = (
  instant: Instant,
  timeZone: TimeZone,
): { readonly wall: LocalDateTime; readonly offset: string } => {
  const date = dateAt(instant, timeZone);
  const offset = steadyOffset(date, timeZone);
  if (offset !== undefined) {
    const minutes = minutesOf({ start: dayOf(date, timeZone).start, end: instant });
    return { wall: wallOn(date, minutes), offset };
  }
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const wall = zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { wall: wall as LocalDateTime, offset: zoned.offset };
};

/** The time so many minutes after the midnight of a date, counted on the wall alone. */
export const wallOn = (date: LocalDate, minutes: number): LocalDateTime =>
  plusMinutes(instantOf(millisecondsOf(`${date}T00:00Z` as Instant)), Math.floor(minutes)).slice(
    0,
    16,
  ) as LocalDateTime;

/**
 * The instants of a date at which its wall shows a multiple of some minutes, counted from midnight,
 * in order; both where a time happens twice, none where it is passed over.
 */
export const momentsOn = (
  date: LocalDate,
  stepMinutes: number,
  timeZone: TimeZone,
): readonly Instant[] => {
  const moments = Array.from({ length: Math.ceil(1440 / stepMinutes) }, (_, step) => {
    const { earlier, later, passedOver } = momentsAt(wallOn(date, step * stepMinutes), timeZone);
    return passedOver ? [] : [earlier.instant, later.instant];
  });
  return [...new Set(moments.flat())].sort();
};

/** Equal when the time happens once; when it is passed over, both are the change of the clock. */
type WallMoments = {
  readonly earlier: WallMoment;
  readonly later: WallMoment;
  readonly passedOver: boolean;
};

const momentsAt = (wall: LocalDateTime, timeZone: TimeZone): WallMoments => {
  const date = dateOf(wall);
  const offset = steadyOffset(date, timeZone);
  if (offset === undefined) return momentsNearAChange(wall, timeZone);
  const instant = plusMinutes(dayOf(date, timeZone).start, minuteOfDay(wall));
  return { earlier: { instant, offset }, later: { instant, offset }, passedOver: false };
};

const momentsNearAChange = memo((wall: LocalDateTime, timeZone: TimeZone): WallMoments => {
  const plain = Temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (!earlier.toPlainDateTime().equals(plain)) {
    const change = momentIn(earlier.getTimeZoneTransition('next') ?? earlier);
    return { earlier: change, later: change, passedOver: true };
  }
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return { earlier: momentIn(earlier), later: momentIn(later), passedOver: false };
});

const momentIn = (zoned: Temporal.ZonedDateTime): WallMoment => ({
  instant: instantOf(zoned.epochMilliseconds),
  offset: zoned.offset,
});

const momentOf = (
  wall: LocalDateTime,
  timeZone: TimeZone,
  occurrence: Occurrence | undefined,
): WallMoment | Refusal => {
  const { earlier, later, passedOver } = momentsAt(wall, timeZone);
  if (passedOver) return { code: 'TIME_DOES_NOT_EXIST', time: wall, timeZone };
  if (occurrence === 'earlier' || occurrence === earlier.offset) return earlier;
  if (occurrence === 'later' || occurrence === later.offset) return later;
  if (earlier.instant !== later.instant) {
    const offsets = [earlier.offset, later.offset] as const;
    return { code: 'TIME_HAPPENS_TWICE', time: wall, timeZone, offsets };
  }
  if (occurrence === undefined) return earlier;
  return { code: 'TIME_DOES_NOT_EXIST', time: wall, timeZone };
};
