import { fullNameOf, type Words } from '@/app/_shared/sentences/sentence';
import type { Hold } from '@/domain/room-day/room-day';
import { openOn } from '@/domain/room/opening-hours';
import type { Closure } from '@/domain/room/room';
import { dayOf } from '@/domain/shared/zoned-days';
import type { ReservationId } from '@/domain/shared/ids';
import { instantOf, intersection, millisecondsOf, overlaps } from '@/domain/shared/instants';
import type { Instant, Period } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import type { RoomDayPage } from '@/infrastructure/queries/room-day';

/** A reservation's piece of the day, as it is drawn. */
export type Block = {
  readonly reservationId: ReservationId;
  /** What it is used for, the buffer left out; within the day. */
  readonly used: Period;
  /** Kept free after it; empty without a buffer. */
  readonly buffer: Period;
  /** The whole reservation, where it goes over the ends of the day. */
  readonly whole: Period;
  readonly organiser: string;
  /** Left out for those who may not read it. */
  readonly title?: string;
  readonly mine: boolean;
  readonly ended: boolean;
};

/** A closing, cut to the day, and whole. */
export type ClosedPart = Period &
  Pick<Closure, 'closureId' | 'reason'> & { readonly whole: Period };

/** A day of a room, ready to be drawn. */
export type Schedule = {
  /** First instant of the date and of the next one. */
  readonly day: Period;
  /** The part that is drawn, on whole hours. */
  readonly shown: Period;
  /** When the room is open. */
  readonly open: readonly Period[];
  /** The closings that touch the day, cut to it. */
  readonly closed: readonly ClosedPart[];
  readonly blocks: readonly Block[];
  readonly now: Instant;
};

/** Puts together what is drawn of a day. */
export const scheduleOf = (page: RoomDayPage, words: Words, now: Instant): Schedule => {
  const { room, date } = page;
  const day = dayOf(date, room.timeZone);
  const open = inUse(room, openOn(room.openingHours, date, room.timeZone));
  const holds = page.day.status === 'opened' ? page.day.holds : [];
  const blocks = holds.map((hold) => blockOf(hold, page, words, now));
  const closed = room.closures
    .filter((closure) => overlaps(closure.closed, day))
    .map(({ closed: c, closureId, reason }) => ({
      closureId,
      reason,
      whole: c,
      ...intersection(c, day),
    }));
  return { day, open, closed, blocks, now, shown: shownPart(day, open, blocks) };
};

/** The open times of a room until it was taken out of use. */
const inUse = (room: KnownRoom, open: readonly Period[]): readonly Period[] =>
  room.status === 'open'
    ? open
    : open
        .filter(({ start }) => start < room.retiredAt)
        .map(({ start, end }) => ({ start, end: end < room.retiredAt ? end : room.retiredAt }));

const blockOf = (hold: Hold, page: RoomDayPage, words: Words, now: Instant): Block => {
  const reservation = page.reservations[hold.reservationId];
  const slotEnd = reservation?.granted.slot.end ?? hold.end;
  const slot = reservation?.status === 'reserved' ? reservation.granted.slot : undefined;
  const usedUntil = [slotEnd, hold.end].sort()[0] ?? hold.end;
  const title = reservation && page.texts[reservation.title.box];
  return {
    reservationId: hold.reservationId,
    used: { start: hold.start, end: usedUntil < hold.start ? hold.start : usedUntil },
    buffer: { start: usedUntil < hold.start ? hold.start : usedUntil, end: hold.end },
    whole: slot && overlaps(slot, hold) ? slot : hold,
    organiser: fullNameOf(words, hold.memberId),
    ...(title !== undefined && { title: title ?? 'Erased' }),
    mine: hold.memberId === words.viewer,
    ended: usedUntil <= now,
  };
};

const hour = 3_600_000;

/** What to draw when there is nothing to draw. */
const plainDay = { first: 8 * hour, last: 18 * hour };

/** From an hour before the first thing of the day to an hour after the last, within the day. */
const shownPart = (day: Period, open: readonly Period[], blocks: readonly Block[]): Period => {
  const start = millisecondsOf(day.start);
  const inside = [...open, ...blocks.map(({ used, buffer }) => ({ ...used, end: buffer.end }))];
  const first = Math.min(...inside.map((p) => millisecondsOf(p.start) - start));
  const last = Math.max(...inside.map((p) => millisecondsOf(p.end) - start));
  const { first: from, last: to } = inside.length > 0 ? { first, last } : plainDay;
  return intersection(day, {
    start: instantOf(start + Math.floor(from / hour - 1) * hour),
    end: instantOf(start + Math.ceil(to / hour + 1) * hour),
  });
};
