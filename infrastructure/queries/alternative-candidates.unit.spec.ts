import { describe, expect, test } from 'vitest';
import { defaultRules, roomStream, type OpenRoom } from '@/domain/room/room';
import { RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDateTime, TimeZone } from '@/domain/shared/time';
import { bestFitting, nearestFirst } from './alternative-candidates';

const idOf = (n: number) => RoomId.of(`01912f00-0000-7000-8000-00000000000${n}`);

const room = (n: number, capacity: number, timeZone = 'Europe/Zurich'): OpenRoom => ({
  status: 'open',
  roomId: idOf(n),
  details: { name: `Room ${n}`, floor: '1', capacity, equipment: [] },
  timeZone: timeZone as TimeZone,
  openingHours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  rules: defaultRules,
  closures: [],
  addedAt: '2025-11-01T08:00:00.000Z' as Instant,
});

const loaded = (state: OpenRoom) => ({ ref: roomStream(state.roomId), position: 1, state });

const wall = (startsAt: string, endsAt: string) => ({
  startsAt: startsAt as LocalDateTime,
  endsAt: endsAt as LocalDateTime,
});

describe('Times to try', () => {
  const times = nearestFirst(room(1, 8), wall('2025-11-20T10:00', '2025-11-20T11:30'));

  test('begin with the wished one, then the nearest on the grid, later before earlier', () => {
    expect(times.slice(0, 4).map(({ startsAt }) => startsAt.slice(11))).toEqual([
      '10:00',
      '10:15',
      '09:45',
      '10:30',
    ]);
  });

  test('are as long as the wished one and start on its date', () => {
    expect(times).toHaveLength(96);
    expect(times.at(-1)).toEqual(wall('2025-11-20T23:45', '2025-11-21T01:15'));
  });

  test('off the grid are on it but for the wished one', () => {
    const off = nearestFirst(room(1, 8), wall('2025-11-20T10:05', '2025-11-20T11:05'));
    expect(off.slice(0, 3).map(({ startsAt }) => startsAt.slice(11))).toEqual([
      '10:05',
      '10:00',
      '10:15',
    ]);
  });
});

describe('Rooms to try', () => {
  test('begin with the smallest that is large enough, and end with the smallest of all', () => {
    const rooms = [room(1, 8), room(2, 4), room(3, 20), room(4, 8), room(5, 6), room(6, 10)];
    const fitting = bestFitting(rooms.map(loaded), room(1, 8));
    expect(fitting.map(({ ref }) => ref.id)).toEqual([4, 6, 3, 5, 2].map(idOf));
  });

  test('are in use, and on the same clock', () => {
    const retired = {
      ...room(3, 8),
      status: 'retired' as const,
      retiredAt: '2025-11-02T08:00:00.000Z' as Instant,
    };
    const elsewhere = loaded(room(2, 8, 'America/New_York'));
    const out = { ref: roomStream(retired.roomId), position: 2, state: retired };
    expect(bestFitting([elsewhere, out], room(1, 8))).toEqual([]);
  });
});
