import type { CSSProperties } from 'react';
import { instantOf, millisecondsOf, minutesOf } from '@/domain/shared/instants';
import type { Instant, Period, TimeZone } from '@/domain/shared/time';
import { timeOf, wallClock } from '@/app/_shared/format';
import { formatOffsetAt } from '@/app/_shared/format-offset';
import { happensTwice } from '@/app/_shared/format-slot';

/** How a day is drawn: from which moment, and how many pixels an hour is high. */
export type Scale = { readonly shown: Period; readonly hourHeight: number };

const plainHour = 64;
const highestHour = 192;
/** The height of one line of text: what the shortest booking should have. */
const lineHeight = 16;

/** Where bookings may be very short, hours are drawn higher, so that each has room for its name. */
export const scaleFor = (shown: Period, shortestMinutes: number): Scale => ({
  shown,
  hourHeight: Math.min(highestHour, Math.max(plainHour, (lineHeight * 60) / shortestMinutes)),
});

/** Pixels from the top of the drawing to a moment. */
export const topOf = ({ shown, hourHeight }: Scale, instant: Instant): number =>
  (minutesOf({ start: shown.start, end: instant }) / 60) * hourHeight;

/** The height of the whole drawing. */
export const heightOf = (scale: Scale): number => topOf(scale, scale.shown.end);

/** Top and height of a period, cut to what is drawn. */
export const placed = (scale: Scale, { start, end }: Period): CSSProperties => {
  const top = Math.max(0, topOf(scale, start));
  const bottom = Math.min(heightOf(scale), topOf(scale, end));
  return { top, height: Math.max(0, bottom - top) };
};

/** A full hour on the wall; one that comes twice, as the clock is set back, has its offset. */
export type HourMark = { readonly at: Instant; readonly label: string; readonly offset?: string };

const halfHour = 30 * 60_000;

/** The full hours that are drawn; the wall decides which those are. */
export const hourMarks = ({ shown }: Scale, timeZone: TimeZone): readonly HourMark[] => {
  const marks: HourMark[] = [];
  for (let ms = millisecondsOf(shown.start); ms <= millisecondsOf(shown.end); ms += halfHour) {
    const at = instantOf(ms);
    const wall = wallClock(at, timeZone);
    const label = timeOf(wall);
    if (!label.endsWith(':00')) continue;
    const twice = happensTwice(wall, at, timeZone);
    marks.push({ at, label, ...(twice && { offset: formatOffsetAt(at, timeZone) }) });
  }
  return marks;
};
