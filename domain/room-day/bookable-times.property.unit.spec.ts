import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addRoom } from '@/domain/commands/add-room';
import { bookRoom } from '@/domain/commands/book-room';
import { changeBookingRules } from '@/domain/commands/change-booking-rules';
import { closeRoom } from '@/domain/commands/close-room';
import { roomStream, type BookingRules } from '@/domain/room/room';
import { isRefusal } from '@/domain/shared/refusal';
import type { Instant, LocalDate, Period, TimeZone, Wish } from '@/domain/shared/time';
import { adding, booking, closing } from '@/domain/testing/commands';
import { ana, atrium, ben, clara, commandNumber, reservationNumber } from '@/domain/testing/people';
import { daily, hours } from '@/domain/testing/room-stories';
import { runCommand } from '@/domain/testing/run-command';
import { Streams } from '@/domain/testing/streams';
import { after, dayAt, wish } from '@/domain/testing/wall';
import { askedOn, bookableOn, daysAsked } from './bookable-times';

/** A plain date, and dates on which a clock is changed: at midnight, by half an hour. */
const dates = fc.constantFrom(
  { timeZone: 'Europe/Zurich' as TimeZone, date: '2026-11-24' as LocalDate },
  { timeZone: 'Europe/Zurich' as TimeZone, date: '2026-03-29' as LocalDate },
  { timeZone: 'Europe/Zurich' as TimeZone, date: '2026-10-25' as LocalDate },
  { timeZone: 'America/Sao_Paulo' as TimeZone, date: '2018-11-04' as LocalDate },
  { timeZone: 'Australia/Lord_Howe' as TimeZone, date: '2026-04-05' as LocalDate },
);

const rules = fc
  .record({
    gridMinutes: fc.constantFrom(10, 15, 30, 60),
    shortest: fc.integer({ min: 1, max: 4 }),
    longer: fc.nat(20),
    leadTimeMinutes: fc.constantFrom(0, 0, 45, 600),
    horizonDays: fc.constantFrom(0, 1, 30, 30, 30),
    bufferMinutes: fc.constantFrom(0, 5, 15, 40, 90),
  })
  .map(({ shortest, longer, ...others }): BookingRules => {
    const shortestMinutes = shortest * others.gridMinutes;
    const longestMinutes = shortestMinutes + longer * others.gridMinutes;
    return { ...others, shortestMinutes, longestMinutes };
  });

const openings = fc.constantFrom(
  daily(hours('00:00', '24:00')),
  daily(hours('07:30', '19:00')),
  daily(hours('00:00', '01:30'), hours('01:30', '12:00'), hours('13:00', '24:00')),
);

/** Minutes from the start of the date; may lie on the date before or after it. */
const span = fc.record({
  from: fc.integer({ min: -12, max: 108 }).map((quarters) => quarters * 15),
  minutes: fc.integer({ min: 1, max: 10 }).map((quarters) => quarters * 15),
});

const setting = fc.record({
  where: dates,
  openings,
  /** The room had others when what is held was booked. */
  rulesBefore: rules,
  rules,
  held: fc.array(span, { maxLength: 6 }),
  works: fc.option(span),
  now: fc.constantFrom(-2000, -300, -1, 0, 7, 400, 611, 1380),
  asked: fc.array(fc.record({ start: fc.nat(300), length: fc.nat(40) }), { minLength: 10 }),
});

type Setting = typeof setting extends fc.Arbitrary<infer Value> ? Value : never;

const zoned = (at: Instant, timeZone: TimeZone) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);

/** A period as it is asked for. */
const wished = ({ start, end }: Period, timeZone: TimeZone): Wish => {
  const [from, to] = [zoned(start, timeZone), zoned(end, timeZone)];
  const wall = (time: Temporal.ZonedDateTime) =>
    time.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return wish(wall(from), wall(to), { start: from.offset, end: to.offset });
};

/** The room as the setting says it came to be, by the real commands; some of them are refused. */
const arranged = (set: Setting): Streams => {
  const { timeZone, date } = set.where;
  const midnight = dayAt(date, timeZone).start;
  const now = after(midnight, -5000);
  const wishAt = ({ from, minutes }: { from: number; minutes: number }) =>
    wished({ start: after(midnight, from), end: after(midnight, from + minutes) }, timeZone);
  const old = { ...set.rulesBefore, horizonDays: 30 };
  const room = adding({ timeZone, openingHours: set.openings, rules: old });
  let streams = runCommand(addRoom, room, { actor: clara, now }, new Streams()).after;
  for (const [n, one] of set.held.entries()) {
    const command = booking(wishAt(one), { reservationId: reservationNumber(n + 2) });
    streams = runCommand(bookRoom, command, { actor: ben, now }, streams).after;
  }
  if (set.works) {
    const command = closing(wishAt(set.works));
    streams = runCommand(closeRoom, command, { actor: clara, now }, streams).after;
  }
  const type = 'ChangeBookingRules';
  const command = { type, commandId: commandNumber(2), roomId: atrium, rules: set.rules } as const;
  return runCommand(changeBookingRules, command, { actor: clara, now }, streams).after;
};

const bookableTimes = (streams: Streams, date: LocalDate, now: Instant) => {
  const { ref, position, state } = streams.one(roomStream(atrium));
  const asked = askedOn({ ref, position, state } as Parameters<typeof askedOn>[0], date, now);
  const days = daysAsked(asked).map((day) => streams.one(day));
  const holder = { reservationId: reservationNumber(1), memberId: ana.id };
  return bookableOn(asked, holder, days as unknown as Parameters<typeof bookableOn>[2]).times;
};

/** Slots on the grid of the wall that begin on the date, of lengths that are allowed. */
const slotsAsked = ({ where, rules: { gridMinutes, ...lengths }, asked }: Setting) => {
  const { timeZone, date } = where;
  const day = dayAt(date, timeZone);
  const minutesOfDay = (Date.parse(day.end) - Date.parse(day.start)) / 60_000;
  const { shortestMinutes: least, longestMinutes: most } = lengths;
  const onGrid = (at: Instant) => {
    const { hour, minute } = zoned(at, timeZone);
    return (hour * 60 + minute) % gridMinutes === 0;
  };
  return asked.flatMap(({ start: nth, length }) => {
    const start = after(day.start, (nth * gridMinutes) % minutesOfDay);
    const end = after(start, least + ((length * gridMinutes) % (most - least + gridMinutes)));
    return onGrid(start) && onGrid(end) ? [{ start, end, pastMidnight: end > day.end }] : [];
  });
};

test(
  'All that is offered on a day is granted by BookRoom; what is not offered, and ends on it, is refused',
  { timeout: 120_000 },
  () => {
    const seen = { accepted: 0, SLOT_TAKEN: 0, other: 0 };
    fc.assert(
      fc.property(setting, (set) => {
        const { timeZone, date } = set.where;
        const now = after(dayAt(date, timeZone).start, set.now);
        const streams = arranged(set);
        const times = bookableTimes(streams, date, now);
        for (const slot of slotsAsked(set)) {
          const command = booking(wished(slot, timeZone));
          const { decision } = runCommand(bookRoom, command, { actor: ana, now }, streams);
          const answer = isRefusal(decision) ? decision.code : 'accepted';
          const offered = times.some(({ start, end }) => start <= slot.start && slot.end <= end);
          if (offered) expect(answer, JSON.stringify(slot)).toBe('accepted');
          else if (!slot.pastMidnight) expect(answer, JSON.stringify(slot)).not.toBe('accepted');
          seen[answer === 'accepted' || answer === 'SLOT_TAKEN' ? answer : 'other'] += 1;
        }
      }),
      { numRuns: 250, seed: 20_261_124 },
    );
    // Enough of each for the above to mean something.
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(80);
  },
);
