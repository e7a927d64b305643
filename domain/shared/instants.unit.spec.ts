import { describe, expect, test } from 'vitest';
import { instantOf, intersection, minutesOf, overlaps, plusMinutes } from './instants';
import { endOfTime, type Instant, type Period } from './time';

const at = (time: string) => `2026-11-20T${time}:00.000Z` as Instant;
const period = (start: string, end: string): Period => ({ start: at(start), end: at(end) });

describe('Instants', () => {
  test('Two periods that only touch do not overlap', () => {
    expect(overlaps(period('09:00', '10:00'), period('10:00', '11:00'))).toBe(false);
    expect(overlaps(period('10:00', '11:00'), period('09:00', '10:00'))).toBe(false);
  });

  test('One minute in common is an overlap, and so is lying within', () => {
    expect(overlaps(period('09:00', '10:00'), period('09:59', '11:00'))).toBe(true);
    expect(overlaps(period('09:00', '12:00'), period('10:00', '11:00'))).toBe(true);
  });

  test('What two periods share is cut at both', () => {
    expect(intersection(period('09:00', '11:00'), period('10:00', '12:00'))).toEqual(
      period('10:00', '11:00'),
    );
  });

  test('Minutes are counted in the world, and are negative when the end comes first', () => {
    expect(minutesOf(period('09:00', '10:30'))).toBe(90);
    expect(minutesOf(period('10:30', '09:00'))).toBe(-90);
    expect(plusMinutes(at('23:30'), 45)).toBe('2026-11-21T00:15:00.000Z');
    expect(plusMinutes(at('00:15'), -30)).toBe('2026-11-19T23:45:00.000Z');
  });

  test('No instant is later than the end of time, so that all compare as text', () => {
    expect(plusMinutes(endOfTime, 60)).toBe(endOfTime);
    expect(instantOf(Date.parse('-000001-06-01T00:00:00Z'))).toBe('0000-01-01T00:00:00.000Z');
  });
});
