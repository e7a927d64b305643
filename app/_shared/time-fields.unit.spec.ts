import { describe, expect, test } from 'vitest';
import { keptLength, type TimeFields } from './time-fields';

const monday = '2026-11-30';
const fields = (from: string, to: string, rest: Partial<TimeFields> = {}): TimeFields => ({
  date: monday,
  from,
  to,
  ...rest,
});

describe('An end follows its start', () => {
  test('by as much as the start was moved', () => {
    expect(keptLength(fields('08:00', '08:45'), fields('16:00', '08:45'))).toEqual({ to: '16:45' });
  });

  test('over midnight, and up to it', () => {
    expect(keptLength(fields('08:00', '10:00'), fields('23:00', '10:00'))).toEqual({ to: '01:00' });
    expect(keptLength(fields('08:00', '10:00'), fields('22:00', '10:00'))).toEqual({ to: '24:00' });
    expect(keptLength(fields('22:00', '24:00'), fields('08:00', '24:00'))).toEqual({ to: '10:00' });
  });

  test('to another day, where the last day is asked for', () => {
    const before = fields('08:00', '10:00', { endDate: '2026-12-01' });
    const after = { ...before, date: '2026-12-30' };
    expect(keptLength(before, after)).toEqual({ to: '10:00', endDate: '2026-12-31' });
  });

  test('not to another day by the hour alone, where the last day is asked for', () => {
    const before = fields('00:00', '24:00', { endDate: monday });
    expect(keptLength(before, { ...before, from: '09:00' })).toBeUndefined();
    const short = fields('08:00', '10:00', { endDate: monday });
    expect(keptLength(short, { ...short, from: '09:00' })).toEqual({
      to: '11:00',
      endDate: monday,
    });
  });

  test('not where it had no length, or a field holds nothing', () => {
    const reversed = fields('10:00', '09:00', { endDate: monday });
    expect(keptLength(reversed, { ...reversed, from: '11:00' })).toBeUndefined();
    expect(keptLength(fields('08:00', '09:00'), fields('', '09:00'))).toBeUndefined();
  });
});
