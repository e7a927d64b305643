import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant, TimeZone } from '@/domain/shared/time';
import { roomNumber } from '@/domain/testing/people';
import { playedOut, type Setting } from '@/domain/testing/random-play';
import type { Step } from '@/domain/testing/random-commands';
import { always, daily, hours } from '@/domain/testing/room-stories';
import { Seen } from '@/domain/testing/seen';
import { after, dateAt } from '@/domain/testing/wall';

/** A zone and a date in or after whose night its clock is changed. */
const nights: readonly (readonly [timeZone: string, night: string])[] = [
  ['Europe/Zurich', '2026-03-29'],
  ['Europe/Zurich', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  // Half an hour.
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Auckland', '2026-09-27'],
  // Midnight does not exist, or happens twice.
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2018-02-18'],
];

const dayBefore = (date: string) =>
  dateAt(after(`${date}T12:00:00.000Z` as Instant, -1440), 'UTC' as TimeZone);

const minutesAround = (hour: number, hours: number) =>
  fc.integer({ min: 4 * (hour - hours), max: 4 * (hour + hours) }).map((quarters) => quarters * 15);

const start = fc.oneof(
  { weight: 4, arbitrary: minutesAround(24, 4) },
  { weight: 2, arbitrary: minutesAround(48, 3) },
  { weight: 2, arbitrary: minutesAround(36, 12) },
);
const minutes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 16 }).map((quarters) => quarters * 15) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 36 }).map((hours) => hours * 60) },
);
const buffer = fc.constantFrom(0, 0, 15, 30, 90);
/** Closing times at which no clock is changed. */
const openingHours = fc.constantFrom(
  always,
  always,
  daily(hours('05:00', '22:00')),
  daily(hours('00:00', '22:00'), hours('22:30', '24:00')),
);

const kind = (name: Step['kind'], weight: number) => ({ weight, arbitrary: fc.constant(name) });

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    kind('book', 8),
    kind('move', 5),
    kind('stretch', 3),
    kind('cancel', 4),
    kind('restore', 4),
    kind('close', 2),
    kind('retire', 1),
    kind('rules', 1),
  ),
  wait: fc.constantFrom(0, 0, 0, 0, 0, 5, 20, 90),
  room: fc.constantFrom(1, 1, 2, 3).map(roomNumber),
  span: fc.record({ start, minutes, occurrence: fc.constantFrom('earlier', 'later') }),
  nth: fc.nat(20),
  cancelThem: fc.constantFrom(true, true, true, false),
  buffer,
});

const setting: fc.Arbitrary<Setting> = fc
  .record({
    night: fc.constantFrom(...nights),
    elsewhere: fc.constantFrom(...nights),
    buffers: fc.tuple(buffer, buffer, buffer),
    leadTime: fc.constantFrom(0, 0, 60),
    opening: fc.tuple(fc.constant(always), openingHours, openingHours),
    begin: minutesAround(19, 6),
  })
  .map(({ night: [timeZone, night], elsewhere: [otherZone], opening, leadTime, ...more }) => ({
    firstDate: dayBefore(night),
    begin: more.begin,
    rooms: more.buffers.map((bufferMinutes, n) => ({
      roomId: roomNumber(n + 1),
      timeZone: (n < 2 ? timeZone : otherZone) as TimeZone,
      openingHours: opening[n] ?? always,
      rules: { bufferMinutes, leadTimeMinutes: n === 1 ? leadTime : 0, longestMinutes: 2880 },
    })),
  }));

test(
  'No sequence of commands double-books a room or lets its days and reservations differ',
  { timeout: 300_000 },
  () => {
    const seen = new Seen();
    fc.assert(
      fc.property(setting, fc.array(step, { minLength: 10, maxLength: 40 }), (where, what) => {
        playedOut(where, what).forEach((taken) => {
          seen.take(taken);
        });
      }),
      { numRuns: 1000 },
    );
    // Enough was accepted, of each kind and at each border, for the above to mean something.
    expect(seen.share('accepted')).toBeGreaterThan(0.6);
    for (const [what, least] of Object.entries(atLeast)) {
      expect(seen.times(what), what).toBeGreaterThan(least);
    }
  },
);

const atLeast = {
  BookRoom: 3000,
  MoveReservation: 2000,
  CancelReservation: 1500,
  RestoreReservation: 500,
  CloseRoom: 500,
  ReopenRoom: 100,
  RetireRoom: 300,
  ReinstateRoom: 200,
  ChangeBookingRules: 200,
  SLOT_TAKEN: 500,
  OUTSIDE_OPENING_HOURS: 100,
  'over midnight': 500,
  'over midnight by its buffer alone': 100,
  'on three days': 100,
  'over a change of the clock': 300,
  'begun when it was moved': 10,
  'cancelled by a closing or retiring': 100,
};
