import { expect, test } from 'vitest';
import { dayOf } from '@/domain/shared/zoned-days';
import type { LocalDate, TimeZone } from '@/domain/shared/time';
import { clockChange } from './clock-change';

const told = (date: string, zone = 'Europe/Zurich') =>
  clockChange(dayOf(date as LocalDate, zone as TimeZone), zone as TimeZone);

test('A day on which the clock is set says so, others say nothing', () => {
  expect(told('2026-03-29')).toBe(
    'The clocks are set forward from 02:00 to 03:00: this day has 23 h, and these times do not exist.',
  );
  expect(told('2026-10-25')).toBe(
    'The clocks are set back from 03:00 to 02:00: this day has 25 h, and these times come twice.',
  );
  expect(told('2026-10-04', 'Australia/Lord_Howe')).toBe(
    'The clocks are set forward from 02:00 to 02:30: this day has 23 h 30 min, and these times do not exist.',
  );
  expect(told('2026-11-30')).toBeUndefined();
});
