import { describe, expect, test } from 'vitest';
import type { Instant, Wish } from '@/domain/shared/time';
import { atrium, longAgo, now, works } from '@/domain/testing/people';
import { daily, details, hours } from '@/domain/testing/room-stories';
import { slotAt, wish, zurich } from '@/domain/testing/wall';
import { grantSlot } from './grant-slot';
import { defaultRules, roomStream, type OpenRoom } from './room';

const open: OpenRoom = {
  status: 'open',
  roomId: atrium,
  details,
  timeZone: zurich,
  openingHours: daily(hours('08:00', '18:00')),
  rules: { ...defaultRules, bufferMinutes: 10 },
  closures: [],
  addedAt: longAgo,
};

const room = (changed: Partial<OpenRoom> = {}) => ({
  ref: roomStream(atrium),
  position: 7,
  state: { ...open, ...changed },
});

const code = (...args: Parameters<typeof grantSlot>) => {
  const granted = grantSlot(...args);
  return 'code' in granted ? granted.code : 'granted';
};

describe('What a room grants', () => {
  test('The slot, held until its end and the buffer, and the version of the room that decided', () => {
    expect(grantSlot(room(), wish('2026-11-24T09:00', '10:00'), now)).toEqual({
      roomId: atrium,
      slot: slotAt(wish('2026-11-24T09:00', '10:00')),
      heldUntil: '2026-11-24T09:10:00.000Z',
      roomPosition: 7,
    });
  });

  test('The buffer may run past closing time', () => {
    expect(grantSlot(room(), wish('2026-11-24T17:00', '18:00'), now)).toMatchObject({
      heldUntil: '2026-11-24T17:10:00.000Z',
    });
  });
});

describe('Of several rules that are broken, the one that is named is always the same', () => {
  const rules = { ...open.rules, leadTimeMinutes: 600, horizonDays: 0, longestMinutes: 60 };
  const closed = slotAt(wish('2026-11-01T00:00', '2026-12-31T00:00'));
  const strict = { rules, closures: [{ closureId: works, closed, reason: 'Works' }] };
  const night = '2026-03-29T02:30';

  const order: readonly (readonly [string, Wish, Partial<OpenRoom>])[] = [
    ['TIME_DOES_NOT_EXIST', wish(night, '2026-03-29T02:15'), strict],
    ['IN_THE_PAST', wish('2026-11-20T08:59', '08:01'), strict],
    ['TOO_SHORT', wish('2026-11-20T19:01', '18:00'), strict],
    ['OFF_THE_GRID', wish('2026-11-20T18:01', '20:00'), strict],
    ['TOO_LONG', wish('2026-11-20T18:00', '20:00'), strict],
    ['TOO_SOON', wish('2026-11-20T18:00', '19:00'), strict],
    ['TOO_FAR_AHEAD', wish('2026-11-21T20:00', '21:00'), strict],
    ['OUTSIDE_OPENING_HOURS', wish('2026-11-20T20:00', '21:00'), strict],
    [
      'ROOM_CLOSED',
      wish('2026-11-20T17:00', '18:00'),
      { ...strict, rules: { ...rules, leadTimeMinutes: 0 } },
    ],
    ['granted', wish('2026-11-20T17:00', '18:00'), {}],
  ];

  test.each(order)('%s', (expected, wished, changed) => {
    expect(code(room(changed), wished, now)).toBe(expected);
  });

  test('A room that is not there or not in use comes before all of them', () => {
    const wished = wish(night, night);
    const missing = { ref: roomStream(atrium), position: 0, state: { status: 'unknown' } } as const;
    expect(code(missing, wished, now)).toBe('ROOM_UNKNOWN');
    const retired = { ...open, status: 'retired', retiredAt: longAgo } as const;
    expect(code({ ...room(), state: retired }, wished, now)).toBe('ROOM_RETIRED');
  });
});

describe('Borders', () => {
  test('A reservation may start this very moment, and not a minute earlier', () => {
    expect(code(room(), wish('2026-11-20T09:00', '10:00'), now)).toBe('granted');
    const later = '2026-11-20T08:00:00.001Z' as Instant;
    expect(code(room(), wish('2026-11-20T09:00', '10:00'), later)).toBe('IN_THE_PAST');
  });

  test('Exactly the lead time away is soon enough', () => {
    const strict = room({ rules: { ...open.rules, leadTimeMinutes: 60 } });
    expect(code(strict, wish('2026-11-20T10:00', '11:00'), now)).toBe('granted');
    expect(grantSlot(strict, wish('2026-11-20T09:45', '11:00'), now)).toEqual({
      code: 'TOO_SOON',
      leadTimeMinutes: 60,
      earliest: '2026-11-20T09:00:00.000Z',
    });
  });

  test('The horizon counts dates on the wall of the room, and the start alone', () => {
    const near = { openingHours: daily(hours('00:00', '24:00')) };
    const strict = room({ ...near, rules: { ...open.rules, horizonDays: 1 } });
    const lateHere = '2026-11-20T22:59:00.000Z' as Instant; // 23:59 in Zurich
    const past = '2026-11-20T23:01:00.000Z' as Instant; // 00:01 there, the same date in UTC
    const night = wish('2026-11-21T23:30', '2026-11-22T01:00');
    expect(code(strict, night, lateHere)).toBe('granted');
    expect(grantSlot(strict, wish('2026-11-22T00:00', '01:00'), lateHere)).toEqual({
      code: 'TOO_FAR_AHEAD',
      horizonDays: 1,
      latest: '2026-11-21',
    });
    expect(code(strict, wish('2026-11-22T00:00', '01:00'), past)).toBe('granted');
  });

  test('Lengths are real minutes, the grid is that of the wall', () => {
    const nights = room({
      openingHours: daily(hours('00:00', '24:00')),
      rules: { ...open.rules, gridMinutes: 60, shortestMinutes: 120, longestMinutes: 120 },
    });
    const march = '2026-03-01T08:00:00.000Z' as Instant;
    const october = '2026-10-01T08:00:00.000Z' as Instant;
    expect(code(nights, wish('2026-03-29T01:00', '04:00'), march)).toBe('granted');
    expect(code(nights, wish('2026-03-29T01:00', '03:00'), march)).toBe('TOO_SHORT');
    expect(code(nights, wish('2026-10-25T01:00', '03:00'), october)).toBe('TOO_LONG');
    const second: Wish = { ...wish('2026-10-25T01:00', '02:00'), endOccurrence: 'later' };
    expect(code(nights, second, october)).toBe('granted');
  });

  test('Where the clock shifts by 30 minutes, a grid of an hour stays on the wall', () => {
    const hourly = room({
      timeZone: 'Australia/Lord_Howe' as OpenRoom['timeZone'],
      openingHours: daily(hours('00:00', '24:00')),
      rules: { ...open.rules, gridMinutes: 60, shortestMinutes: 60 },
    });
    const july = '2026-07-01T00:00:00.000Z' as Instant;
    expect(grantSlot(hourly, wish('2026-10-04T01:00', '03:00'), july)).toMatchObject({
      slot: { start: '2026-10-03T14:30:00.000Z', end: '2026-10-03T16:00:00.000Z' },
    });
  });

  test('Until a closure and from its end on the room can be had, not a minute in between', () => {
    const closed = slotAt(wish('2026-11-24T10:00', '12:00'));
    const shut = room({ closures: [{ closureId: works, closed, reason: 'Works' }] });
    expect(code(shut, wish('2026-11-24T09:00', '10:00'), now)).toBe('granted');
    expect(code(shut, wish('2026-11-24T12:00', '13:00'), now)).toBe('granted');
    expect(grantSlot(shut, wish('2026-11-24T09:00', '10:15'), now)).toEqual({
      code: 'ROOM_CLOSED',
      roomId: atrium,
      closureId: works,
      closed: { start: closed.start, end: closed.end },
    });
  });

  test('The last day there is lies too far ahead, not in the past', () => {
    expect(code(room(), wish('9999-12-31T09:00', '10:00'), now)).toBe('TOO_FAR_AHEAD');
  });
});

describe('The slot of a reservation that is moved', () => {
  const before = slotAt(wish('2026-11-20T08:00', '10:00'));
  const strict = room({ rules: { ...open.rules, leadTimeMinutes: 60 } });

  test('One that has begun goes on, if it keeps its start and does not end in the past', () => {
    expect(code(strict, wish('2026-11-20T08:00', '11:00'), now, before)).toBe('granted');
    expect(code(strict, wish('2026-11-20T08:00', '09:15'), now, before)).toBe('granted');
    expect(code(strict, wish('2026-11-20T08:00', '09:00'), now, before)).toBe('IN_THE_PAST');
    expect(code(strict, wish('2026-11-20T14:00', '15:00'), now, before)).toBe('IN_THE_PAST');
    expect(code(strict, wish('2026-11-20T08:15', '11:00'), now, before)).toBe('IN_THE_PAST');
  });

  test('One that has not begun keeps to all rules', () => {
    const later = slotAt(wish('2026-11-24T09:00', '10:00'));
    expect(code(strict, wish('2026-11-20T09:45', '10:45'), now, later)).toBe('TOO_SOON');
    expect(code(strict, wish('2026-11-20T08:00', '10:00'), now, later)).toBe('IN_THE_PAST');
    expect(code(strict, wish('2026-11-24T10:00', '11:00'), now, later)).toBe('granted');
  });
});
