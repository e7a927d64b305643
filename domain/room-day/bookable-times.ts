import type { GrantedSlot } from '@/domain/reservation/reservation';
import { nearEnough } from '@/domain/room/booking-rules';
import { grantSlot } from '@/domain/room/grant-slot';
import type { RoomRef } from '@/domain/room/room';
import { roomInService } from '@/domain/room/room-in-service';
import { plusMinutes } from '@/domain/shared/instants';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import type { Loaded } from '@/domain/shared/stream';
import type {
  Instant,
  LocalDate,
  LocalDateTime,
  Period,
  TimeZone,
  Wish,
} from '@/domain/shared/time';
import { momentFrom, momentsOn, wallAt, wallOn } from '@/domain/shared/wall-clock';
import { daysOf, holdSlot, type Holder } from './hold-slot';
import type { RoomDayRef } from './room-day';

/** What a room says to the shortest reservation from one start: it grants it by its rules, or not. */
export type Asked = GrantedSlot | Refusal;

/** What of a day could be booked at a moment. */
export type BookableDay = {
  /**
   * In order, apart from one another. Any slot on the grid within one of them that begins on the
   * date and is as long as the room allows would be granted.
   */
  readonly times: readonly Period[];
  /** What the starts outside of these were refused with. */
  readonly refusals: readonly Refusal[];
};

/**
 * Asks a room for its shortest reservation from every start on its grid on one date, in order; of a
 * time that happens twice, both. A date it cannot grant at all gives one refusal. Whether what it
 * grants is free is for its days to say.
 */
export const askedOn = (room: Loaded<RoomRef>, date: LocalDate, now: Instant): readonly Asked[] => {
  const open = roomInService(room);
  if (isRefusal(open)) return [open];
  const { rules, timeZone } = open;
  const tooFar = nearEnough(rules, { startsAt: wallOn(date, 0), timeZone }, now);
  if (tooFar) return [tooFar];
  return momentsOn(date, rules.gridMinutes, timeZone).map((start) =>
    grantSlot(room, wishFrom(start, rules.shortestMinutes, timeZone), now),
  );
};

/**
 * Asks a room for a reservation of so many minutes from when its wall shows a time; where the clock
 * passes over it, from then.
 */
export const askedAt = (
  room: Loaded<RoomRef>,
  startsAt: LocalDateTime,
  minutes: number,
  now: Instant,
): Asked => {
  const open = roomInService(room);
  if (isRefusal(open)) return open;
  const start = momentFrom(startsAt, open.timeZone, 'earlier');
  return grantSlot(room, wishFrom(start, minutes, open.timeZone), now);
};

const wishFrom = (start: Instant, minutes: number, timeZone: TimeZone): Wish => {
  const from = wallAt(start, timeZone);
  const to = wallAt(plusMinutes(start, minutes), timeZone);
  return {
    startsAt: from.wall,
    endsAt: to.wall,
    startOccurrence: from.offset,
    endOccurrence: to.offset,
  };
};

/** The days to read before it is known what of all this is free, each once. */
export const daysAsked = (asked: readonly Asked[]): readonly RoomDayRef[] => {
  const days = asked.flatMap((slot) => (isRefusal(slot) ? [] : daysOf(slot)));
  return [...new Map(days.map((day) => [day.id, day])).values()];
};

/**
 * What of a day the holder could book. `asked` is what `askedOn` gave, `days` are those of
 * `daysAsked`. A slot that is longer than the shortest ones is free where all of these are: each
 * was asked for with the time kept free after it.
 */
export const bookableOn = (
  asked: readonly Asked[],
  holder: Holder,
  days: readonly Loaded<RoomDayRef>[],
): BookableDay => {
  const times: Period[] = [];
  const refusals: Refusal[] = [];
  for (const granted of asked) {
    if (isRefusal(granted)) {
      refusals.push(granted);
      continue;
    }
    const held = holdSlot(granted, holder, days);
    if (isRefusal(held)) refusals.push(held);
    else join(times, granted.slot);
  }
  return { times, refusals };
};

/** Adds the next period in order: to the last one where they meet. */
const join = (times: Period[], { start, end }: Period): void => {
  const last = times.at(-1);
  if (last && start <= last.end) times.splice(-1, 1, { start: last.start, end });
  else times.push({ start, end });
};
