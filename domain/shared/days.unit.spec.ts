import { describe, expect, test } from 'vitest';
import { dateOf, dayOfWeek, minuteOfDay, plusDays } from './days';
import type { LocalDate, LocalDateTime } from './time';

const date = (text: string) => text as LocalDate;
const wall = (text: string) => text as LocalDateTime;

describe('Dates on the wall', () => {
  test('Days are counted over months, years and the 29th of February, both ways', () => {
    expect(plusDays(date('2026-12-31'), 1)).toBe('2027-01-01');
    expect(plusDays(date('2028-02-28'), 1)).toBe('2028-02-29');
    expect(plusDays(date('2027-03-01'), -1)).toBe('2027-02-28');
    expect(plusDays(date('2026-11-20'), 365)).toBe('2027-11-20');
  });

  test('The week begins on Monday', () => {
    expect(dayOfWeek(date('2026-11-23'))).toBe(0);
    expect(dayOfWeek(date('2026-11-29'))).toBe(6);
  });

  test('A wall-clock time tells its date and its minutes since midnight', () => {
    expect(dateOf(wall('2026-11-20T09:30'))).toBe('2026-11-20');
    expect(minuteOfDay(wall('2026-11-20T09:30'))).toBe(570);
    expect(minuteOfDay(wall('2026-11-20T00:00'))).toBe(0);
    expect(minuteOfDay(wall('2026-11-20T23:59'))).toBe(1439);
  });
});
