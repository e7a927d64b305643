import { describe, expect, test } from 'vitest';
import { defaultRules, type OpeningWindow, type OpenRoom } from '@/domain/room/room';
import { ClosureId, RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDate, LocalDateTime, TimeZone } from '@/domain/shared/time';
import { nextOpenDate, openTimes } from './open-time';

const office = [{ from: '08:00', to: '18:00' }] as unknown as readonly OpeningWindow[];
const instant = (text: string) => `${text}:00.000Z` as Instant;
const thursday = '2025-11-20' as LocalDate;

/** Open from Monday to Friday, on UTC. */
const room: OpenRoom = {
  status: 'open',
  roomId: RoomId.of('01912f00-0000-7000-8000-00000000000a'),
  details: { name: 'Atlas', floor: '1', capacity: 8, equipment: [] },
  timeZone: 'UTC' as TimeZone,
  openingHours: {
    ...{ mon: office, tue: office, wed: office, thu: office, fri: office },
    ...{ sat: [], sun: [] },
  },
  rules: defaultRules,
  closures: [],
  addedAt: instant('2025-11-01T08:00'),
};

const closed = (from: string, to: string): OpenRoom => ({
  ...room,
  closures: [
    {
      closureId: ClosureId.of('01912f00-0000-7000-8000-0000000000cc'),
      reason: 'Painting',
      closed: {
        start: instant(from),
        end: instant(to),
        startsAt: from as LocalDateTime,
        endsAt: to as LocalDateTime,
        startOffset: '+00:00',
        endOffset: '+00:00',
        timeZone: room.timeZone,
      },
    },
  ],
});

const retired = { ...room, status: 'retired', retiredAt: instant('2025-11-19T08:00') } as const;

describe('A room can be used', () => {
  test('in its hours, without what was closed of them', () => {
    expect(openTimes(closed('2025-11-20T10:00', '2025-11-20T12:00'), thursday)).toEqual([
      { start: instant('2025-11-20T08:00'), end: instant('2025-11-20T10:00') },
      { start: instant('2025-11-20T12:00'), end: instant('2025-11-20T18:00') },
    ]);
  });

  test('at no time when it is out of use', () => {
    expect(openTimes(retired, thursday)).toEqual([]);
  });
});

describe('The next date on which a room can be booked', () => {
  const rules = (changed: Partial<OpenRoom['rules']>) => ({
    ...room,
    rules: { ...room.rules, ...changed },
  });

  test.each([
    ['is today while the shortest booking still fits', room, '2025-11-20T17:45', '2025-11-20'],
    ['is the next one when it does not', room, '2025-11-20T17:46', '2025-11-21'],
    ['is after the days on which it is not open', room, '2025-11-22T09:00', '2025-11-24'],
    [
      'is after a closing',
      closed('2025-11-20T00:00', '2025-11-26T12:00'),
      '2025-11-20T09:00',
      '2025-11-26',
    ],
    [
      'is after the notice it needs',
      rules({ leadTimeMinutes: 24 * 60 }),
      '2025-11-20T18:00',
      '2025-11-24',
    ],
    ['is none beyond its horizon', rules({ horizonDays: 1 }), '2025-11-22T09:00', undefined],
    ['is none for one out of use', retired, '2025-11-20T09:00', undefined],
  ] as const)('%s', (_, known, now, date) => {
    expect(nextOpenDate(known, instant(now))).toBe(date);
  });
});
