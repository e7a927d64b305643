import { expect, test } from 'vitest';
import type { Instant, LocalDate, TimeZone } from '@/domain/shared/time';
import { percentAt } from './strip-axis';

const axis = { from: 0, to: 24 * 60 };

const percentOn = (date: string, instant: string) => {
  const room = { date: date as LocalDate, timeZone: 'Europe/Zurich' as TimeZone };
  return percentAt(axis, room, instant as Instant);
};

test('Noon on the wall lies under 12 also on the days on which the clock is set', () => {
  expect(percentOn('2026-11-20', '2026-11-20T11:00:00.000Z')).toBe(50);
  expect(percentOn('2026-03-29', '2026-03-29T10:00:00.000Z')).toBe(50);
  expect(percentOn('2026-10-25', '2026-10-25T11:00:00.000Z')).toBe(50);
});

test('What begins before the date or ends after it is cut to the axis', () => {
  expect(percentOn('2026-11-20', '2026-11-19T11:00:00.000Z')).toBe(0);
  expect(percentOn('2026-11-20', '2026-11-21T11:00:00.000Z')).toBe(100);
});
