import { describe, expect, test } from 'vitest';
import type { Instant, Period, TimeZone } from '@/domain/shared/time';
import { dayWords, nowWords } from './room-words';

const zurich = 'Europe/Zurich' as TimeZone;
const instant = (text: string) => `${text}:00.000Z` as Instant;
const now = instant('2025-11-20T09:00');

describe('A room now', () => {
  const until = (text: string) => instant(text);

  test.each([
    [{ status: 'free', until: until('2025-11-20T13:00'), then: 'taken' }, 'free to 14:00'],
    [{ status: 'free', until: until('2025-11-20T23:00'), then: 'closed' }, 'free to midnight'],
    [{ status: 'taken', until: until('2025-11-20T10:30') }, 'taken until 11:30'],
    [{ status: 'closed', until: until('2025-11-24T07:00') }, 'closed until Mon 24 Nov, 08:00'],
    [{ status: 'closed', until: until('2025-11-20T23:00') }, 'closed until 00:00'],
    [{ status: 'closed' }, 'closed'],
    [{ status: 'retired' }, 'out of use'],
  ] as const)('that is %j is told as “%s”', (use, words) => {
    expect(nowWords(use, zurich, now)).toBe(words);
  });
});

describe('Another day of a room', () => {
  const open: readonly Period[] = [
    { start: instant('2025-11-21T07:00'), end: instant('2025-11-21T11:00') },
    { start: instant('2025-11-21T12:00'), end: instant('2025-11-21T16:00') },
  ];
  const free = { status: 'free', until: now, then: 'taken' } as const;
  const told = (freeMinutes: number, hours = open) =>
    dayWords({ now: free, open: hours, freeMinutes });

  test('tells how much of it is free', () => {
    expect([480, 330, 0].map((minutes) => told(minutes))).toEqual([
      'free all day',
      'free for 5 h 30 min',
      'nothing free',
    ]);
  });

  test('is closed, not full, when the room is not open', () => {
    expect(told(0, [])).toBe('closed');
  });

  test('is no day to book once the room is out of use', () => {
    expect(dayWords({ now: { status: 'retired' }, open: [], freeMinutes: 0 })).toBe('out of use');
  });
});
