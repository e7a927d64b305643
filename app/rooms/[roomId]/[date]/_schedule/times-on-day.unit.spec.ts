import { expect, test } from 'vitest';
import type { Instant, Period, TimeZone } from '@/domain/shared/time';
import { timesOnDay } from './times-on-day';

const period = (start: string, end: string): Period => ({
  start: `${start}:00.000Z` as Instant,
  end: `${end}:00.000Z` as Instant,
});
const told = (part: Period, whole: Period) => timesOnDay(part, whole, 'UTC' as TimeZone);

test('What goes over midnight tells all of its times on both days', () => {
  const whole = period('2025-11-29T22:00', '2025-11-30T02:00');
  expect(told(period('2025-11-29T22:00', '2025-11-30T00:00'), whole)).toBe(
    '22:00 – Sun 30 Nov, 02:00',
  );
  expect(told(period('2025-11-30T00:00', '2025-11-30T02:00'), whole)).toBe(
    'Sat 29 Nov, 22:00 – Sun 30 Nov, 02:00',
  );
});

test('What lies within the day is told as it is', () => {
  const whole = period('2025-11-29T10:00', '2025-11-29T11:00');
  expect(told(whole, whole)).toBe('10:00–11:00');
});
