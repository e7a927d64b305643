import { expect, test } from 'vitest';
import type { Instant, Period, TimeZone } from '@/domain/shared/time';
import { freeText } from './free-text';

const zurich = 'Europe/Zurich' as TimeZone;

/** Of a day in winter, on the wall in Zurich. */
const period = (from: string, to: string): Period => ({
  start: `2026-11-30T${from}:00.000+01:00` as Instant,
  end: `2026-11-30T${to}:00.000+01:00` as Instant,
});

const utc = ({ start, end }: Period): Period => ({
  start: new Date(start).toISOString() as Instant,
  end: new Date(end).toISOString() as Instant,
});

const said = (free: Period, ...bookable: readonly Period[]) =>
  freeText(utc(free), bookable.map(utc), zurich);

test('A free time that can be booked throughout says how long it is', () => {
  expect(said(period('08:00', '11:30'), period('08:00', '11:30'))).toBe('Free for 3 h 30 min');
});

test('A free time that ends in what must be kept free says to when it can be booked', () => {
  expect(said(period('12:15', '17:00'), period('12:15', '16:45'))).toBe(
    'Free for 4 h 45 min, can be booked to 16:45',
  );
});

test('A free time that needs notice says from when it can be booked', () => {
  expect(said(period('08:00', '11:30'), period('09:30', '11:30'))).toBe(
    'Free for 3 h 30 min, can be booked from 09:30',
  );
});

test('A free time nobody can book says so; what can be booked elsewhere is not its', () => {
  expect(said(period('11:45', '12:00'), period('08:00', '11:45'))).toBe(
    'Free for 15 min, cannot be booked',
  );
});
