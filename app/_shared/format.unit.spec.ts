import { describe, expect, test } from 'vitest';
import type { Instant, LocalDate, LocalDateTime, TimeZone } from '@/domain/shared/time';
import {
  formatDate,
  formatFloor,
  formatInstant,
  formatLongDate,
  formatOffset,
  formatRecorded,
  wallClock,
} from './format';
import { formatGap, formatLength, formatMinutes, formatRelative } from './format-duration';
import { formatPeriod, formatSlot } from './format-slot';

const zurich = 'Europe/Zurich' as TimeZone;
const at = (text: string) => text as Instant;
const wall = (startsAt: string, endsAt: string) => ({
  startsAt: startsAt as LocalDateTime,
  endsAt: endsAt as LocalDateTime,
});

describe('Dates and times', () => {
  test('are shown on the wall of the room, whatever the zone of the machine', () => {
    const moment = at('2025-11-19T23:30:00.000Z');
    expect(wallClock(moment, zurich)).toBe('2025-11-20T00:30');
    expect(formatInstant(moment, 'America/New_York' as TimeZone)).toBe('Wed 19 Nov, 18:30');
  });

  test('name the year only where it is another one', () => {
    expect(formatDate('2025-09-01' as LocalDate, '2025-11-20')).toBe('Mon 1 Sep');
    expect(formatDate('2026-01-02' as LocalDate, '2025-11-20')).toBe('Fri 2 Jan 2026');
    expect(formatLongDate('2025-11-20' as LocalDate)).toBe('Thursday 20 November 2025');
  });

  test('of events are exact to the millisecond', () => {
    expect(formatRecorded(at('2025-11-20T07:52:03.117Z'), zurich)).toBe(
      'Thu 20 Nov 2025, 08:52:03.117',
    );
  });

  test('and floors with only a number are called floors', () => {
    expect(['2', 'Floor 2, Zurich', '-1'].map(formatFloor)).toEqual([
      'floor 2',
      'Floor 2, Zurich',
      'floor -1',
    ]);
  });

  test('name offsets as UTC and hours', () => {
    expect(['+01:00', '-03:30', '+00:00', '+05:45'].map(formatOffset)).toEqual([
      'UTC+1',
      'UTC−3:30',
      'UTC',
      'UTC+5:45',
    ]);
  });
});

describe('Slots', () => {
  test('of one day name it once', () => {
    expect(formatSlot(wall('2025-11-20T10:00', '2025-11-20T11:00'))).toBe(
      'Thu 20 Nov, 10:00–11:00',
    );
  });

  test('over midnight name both days, up to midnight end at 24:00', () => {
    expect(formatSlot(wall('2025-11-20T22:00', '2025-11-21T01:00'))).toBe(
      'Thu 20 Nov, 22:00 – Fri 21 Nov, 01:00',
    );
    expect(formatSlot(wall('2025-12-31T22:00', '2026-01-01T00:00'))).toBe(
      'Wed 31 Dec, 22:00–24:00',
    );
  });

  test('in the hour that happens twice say which one they are in', () => {
    const first = { start: at('2025-10-26T00:30:00.000Z'), end: at('2025-10-26T01:30:00.000Z') };
    expect(formatPeriod(first, zurich)).toBe('Sun 26 Oct, 02:30 (UTC+2)–02:30 (UTC+1)');
    const after = { start: at('2025-10-26T02:00:00.000Z'), end: at('2025-10-26T03:00:00.000Z') };
    expect(formatPeriod(after, zurich)).toBe('Sun 26 Oct, 03:00–04:00');
  });

  test('last as long as they last, also when the clock changes', () => {
    const night = { start: at('2025-10-25T22:00:00.000Z'), end: at('2025-10-26T02:00:00.000Z') };
    expect(formatLength(night)).toBe('4 h');
  });
});

describe('Durations', () => {
  test('are told in hours and minutes', () => {
    expect([15, 60, 90, 480, 1500, 2880].map(formatMinutes)).toEqual([
      '15 min',
      '1 h',
      '1 h 30 min',
      '8 h',
      '25 h',
      '2 days',
    ]);
  });

  test('of a race are as exact as it was close', () => {
    expect([307, 1500, 42_000, 250_000, 90_000_000, -5].map(formatGap)).toEqual([
      '0.307 s',
      '1.5 s',
      '42 s',
      '4 min',
      '1 day',
      '0.000 s',
    ]);
  });

  test('from now are told in both directions', () => {
    const now = at('2025-11-20T09:00:00.000Z');
    const told = (text: string) => formatRelative(at(text), now);
    expect(told('2025-11-20T08:59:30.000Z')).toBe('just now');
    expect(told('2025-11-20T08:11:00.000Z')).toBe('49 min ago');
    expect(told('2025-11-19T10:00:00.000Z')).toBe('23 h ago');
    expect(told('2025-11-18T08:00:00.000Z')).toBe('2 days ago');
    expect(told('2025-11-20T12:30:00.000Z')).toBe('in 3 h');
  });
});
