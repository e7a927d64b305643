import { expect, test } from 'vitest';
import type { LocalDate, TimeZone } from '@/domain/shared/time';
import { dayOf } from '@/domain/shared/zoned-days';
import { hourMarks, scaleFor } from './scale';

const marked = (date: string, zone: string) =>
  hourMarks(scaleFor(dayOf(date as LocalDate, zone as TimeZone), 15), zone as TimeZone).map(
    ({ label, offset }) => (offset ? `${label} ${offset}` : label),
  );

test('An hour that comes twice is marked with its offset each time, all others without', () => {
  const marks = marked('2026-10-25', 'Europe/Zurich');
  expect(marks.slice(0, 6)).toEqual([
    '00:00',
    '01:00',
    '02:00 UTC+2',
    '02:00 UTC+1',
    '03:00',
    '04:00',
  ]);
  expect(marks).toHaveLength(26);
});

test('An hour that the clock passes over has no mark', () => {
  expect(marked('2026-03-29', 'Europe/Zurich').slice(0, 4)).toEqual([
    '00:00',
    '01:00',
    '03:00',
    '04:00',
  ]);
});

test('Where the clock is set by half an hour, no full hour comes twice', () => {
  expect(marked('2026-04-05', 'Australia/Lord_Howe').slice(0, 4)).toEqual([
    '00:00',
    '01:00',
    '02:00',
    '03:00',
  ]);
});
