import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRules, type BookingRules } from '@/domain/room/room';
import { minutesOf, plusMinutes } from '@/domain/shared/instants';
import type { Instant, Period } from '@/domain/shared/time';
import { hourly } from './free-time';

const start = '2026-11-30T07:00:00.000Z' as Instant;

/** Rules that fit together, and a bookable time under them. */
const offer = fc
  .record({
    gridMinutes: fc.constantFrom(1, 5, 15, 20, 30, 90),
    shortest: fc.integer({ min: 1, max: 10 }),
    longer: fc.nat(10),
    rest: fc.nat(60),
  })
  .map(({ gridMinutes, shortest, longer, rest }) => {
    const shortestMinutes = shortest * gridMinutes;
    const longestMinutes = (shortest + longer) * gridMinutes;
    const rules: BookingRules = { ...defaultRules, gridMinutes, shortestMinutes, longestMinutes };
    const bookable: Period = { start, end: plusMinutes(start, (shortest + rest) * gridMinutes) };
    return { rules, bookable };
  });

test('What is offered of a bookable time begins with it, follows one another on the grid, and has a length the room allows', () => {
  fc.assert(
    fc.property(offer, ({ rules, bookable }) => {
      const parts = hourly(bookable, rules);
      let next = bookable.start;
      for (const part of parts) {
        expect(part.start).toBe(next);
        expect(minutesOf(part) % rules.gridMinutes).toBe(0);
        expect(minutesOf(part)).toBeGreaterThanOrEqual(rules.shortestMinutes);
        expect(minutesOf(part)).toBeLessThanOrEqual(rules.longestMinutes);
        next = part.end;
      }
      expect(next <= bookable.end).toBe(true);
      expect(minutesOf({ start: next, end: bookable.end })).toBeLessThan(rules.shortestMinutes);
    }),
  );
});
