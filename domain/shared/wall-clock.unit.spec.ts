import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isRefusal } from './refusal';
import type { Instant, LocalDate, LocalDateTime, Occurrence, TimeZone, Wish } from './time';
import { momentFrom, momentsOn, slotOf, wallAt } from './wall-clock';

const zurich = 'Europe/Zurich' as TimeZone;

const wish = (startsAt: string, endsAt: string, occurrences: Partial<Wish> = {}): Wish => ({
  startsAt: startsAt as LocalDateTime,
  endsAt: endsAt as LocalDateTime,
  ...occurrences,
});

/** A slot of a given start, long after which it ends. */
const startingAt = (startsAt: string, timeZone: string, startOccurrence?: Occurrence) =>
  slotOf(
    wish(startsAt, '2030-06-15T12:00', startOccurrence && { startOccurrence }),
    timeZone as TimeZone,
  );

describe('A wish on the wall becomes a slot', () => {
  test('It keeps the wall clock, and adds the instants and the offsets', () => {
    expect(slotOf(wish('2026-11-20T09:00', '2026-11-20T10:30'), zurich)).toEqual({
      start: '2026-11-20T08:00:00.000Z',
      end: '2026-11-20T09:30:00.000Z',
      startsAt: '2026-11-20T09:00',
      endsAt: '2026-11-20T10:30',
      startOffset: '+01:00',
      endOffset: '+01:00',
      timeZone: zurich,
    });
  });

  test('Over the change of the clock it has two offsets, and an hour less or more', () => {
    expect(slotOf(wish('2026-03-29T01:00', '2026-03-29T04:00'), zurich)).toMatchObject({
      start: '2026-03-29T00:00:00.000Z',
      end: '2026-03-29T02:00:00.000Z',
      startOffset: '+01:00',
      endOffset: '+02:00',
    });
    expect(slotOf(wish('2026-10-25T01:00', '2026-10-25T04:00'), zurich)).toMatchObject({
      start: '2026-10-24T23:00:00.000Z',
      end: '2026-10-25T03:00:00.000Z',
    });
  });

  test('Which comes first is not its concern', () => {
    expect(slotOf(wish('2026-11-20T10:00', '2026-11-20T09:00'), zurich)).toMatchObject({
      start: '2026-11-20T09:00:00.000Z',
      end: '2026-11-20T08:00:00.000Z',
    });
  });
});

describe('A time that the clock passes over', () => {
  test.each([
    ['2026-03-29T02:00', 'Europe/Zurich'],
    ['2026-03-29T02:59', 'Europe/Zurich'],
    ['2026-03-08T02:30', 'America/New_York'],
    ['2026-09-27T02:30', 'Pacific/Auckland'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe'],
    ['2018-11-04T00:00', 'America/Sao_Paulo'],
    ['2026-03-29T00:30', 'Asia/Beirut'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
  ])('%s in %s is refused', (time, timeZone) => {
    expect(startingAt(time, timeZone)).toEqual({ code: 'TIME_DOES_NOT_EXIST', time, timeZone });
  });

  test('An occurrence does not make it exist', () => {
    expect(startingAt('2026-03-29T02:30', zurich, 'later')).toMatchObject({
      code: 'TIME_DOES_NOT_EXIST',
    });
  });

  test.each([
    ['2026-03-29T01:59', 'Europe/Zurich', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Zurich', '2026-03-29T01:00:00.000Z'],
    ['2026-10-04T02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2018-11-04T01:00', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s in %s, just outside, is a time like any other', (time, timeZone, start) => {
    expect(startingAt(time, timeZone)).toMatchObject({ start });
  });

  test('An end is refused as a start is', () => {
    expect(slotOf(wish('2026-03-29T01:00', '2026-03-29T02:30'), zurich)).toMatchObject({
      code: 'TIME_DOES_NOT_EXIST',
      time: '2026-03-29T02:30',
    });
  });
});

describe('A time that the clock shows twice', () => {
  test.each([
    ['2026-10-25T02:00', 'Europe/Zurich', ['+02:00', '+01:00']],
    ['2026-10-25T02:59', 'Europe/Zurich', ['+02:00', '+01:00']],
    ['2026-11-01T01:30', 'America/New_York', ['-04:00', '-05:00']],
    ['2026-04-05T02:30', 'Pacific/Auckland', ['+13:00', '+12:00']],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', ['+11:00', '+10:30']],
    ['2010-11-06T23:30', 'America/St_Johns', ['-02:30', '-03:30']],
  ])('%s in %s is refused with both offsets', (time, timeZone, offsets) => {
    expect(startingAt(time, timeZone)).toEqual({
      code: 'TIME_HAPPENS_TWICE',
      time,
      timeZone,
      offsets,
    });
  });

  test.each([
    ['earlier', '2026-10-25T00:30:00.000Z', '+02:00'],
    ['+02:00', '2026-10-25T00:30:00.000Z', '+02:00'],
    ['later', '2026-10-25T01:30:00.000Z', '+01:00'],
    ['+01:00', '2026-10-25T01:30:00.000Z', '+01:00'],
  ])('%s tells which is meant', (occurrence, start, startOffset) => {
    expect(startingAt('2026-10-25T02:30', zurich, occurrence)).toMatchObject({
      start,
      startOffset,
    });
  });

  test('Start and end are told apart on their own: from the first 02:30 to the second is an hour', () => {
    const anHour = wish('2026-10-25T02:30', '2026-10-25T02:30', {
      startOccurrence: 'earlier',
      endOccurrence: 'later',
    });
    expect(slotOf(anHour, zurich)).toMatchObject({
      start: '2026-10-25T00:30:00.000Z',
      end: '2026-10-25T01:30:00.000Z',
    });
  });

  test('An offset that is neither of the two does not tell', () => {
    expect(startingAt('2026-10-25T02:30', zurich, '+03:00')).toMatchObject({
      code: 'TIME_HAPPENS_TWICE',
    });
  });

  test.each([
    ['2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s, just outside, happens once', (time, start) => {
    expect(startingAt(time, zurich)).toMatchObject({ start });
  });
});

describe('A time that happens once', () => {
  test('To be told which of two is meant does no harm', () => {
    expect(startingAt('2026-11-20T09:00', zurich, 'later')).toMatchObject({
      startOffset: '+01:00',
    });
    expect(startingAt('2026-11-20T09:00', zurich, '+01:00')).toMatchObject({
      start: '2026-11-20T08:00:00.000Z',
    });
  });

  test('At an offset that its zone does not have then, it does not exist', () => {
    expect(startingAt('2026-11-20T09:00', zurich, '+02:00')).toMatchObject({
      code: 'TIME_DOES_NOT_EXIST',
    });
  });
});

const changes = [
  ['2026-03-29', 'Europe/Zurich'],
  ['2026-10-25', 'Europe/Zurich'],
  ['2026-11-01', 'America/New_York'],
  ['2026-04-05', 'Australia/Lord_Howe'],
  ['2026-03-29', 'Asia/Beirut'],
  ['2010-11-07', 'America/St_Johns'],
] as const;

test('Every minute around a change of the clock is where Temporal has it', () => {
  const minute = fc.integer({ min: -3 * 1440, max: 3 * 1440 });
  fc.assert(
    fc.property(fc.constantFrom(...changes), minute, ([date, zone], minutes) => {
      const plain = Temporal.PlainDateTime.from(`${date}T12:00`).add({ minutes });
      const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
      const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
      const slot = startingAt(plain.toString().slice(0, 16), zone);
      const code = isRefusal(slot) ? slot.code : undefined;
      if (!earlier.toPlainDateTime().equals(plain)) expect(code).toBe('TIME_DOES_NOT_EXIST');
      else if (!earlier.equals(later)) expect(code).toBe('TIME_HAPPENS_TWICE');
      else {
        const start = new Date(earlier.epochMilliseconds).toISOString();
        expect(slot).toMatchObject({ start, startOffset: earlier.offset });
      }
    }),
    { numRuns: 300 },
  );
});

test('What the wall shows at an instant, asked for with its offset, is that instant', () => {
  const minute = fc.integer({ min: -3 * 1440, max: 3 * 1440 });
  fc.assert(
    fc.property(fc.constantFrom(...changes), minute, ([date, zone], minutes) => {
      const millis = Date.parse(`${date}T12:00Z`) + minutes * 60_000;
      const instant = new Date(millis).toISOString() as Instant;
      const { wall, offset } = wallAt(instant, zone as TimeZone);
      expect(startingAt(wall, zone, offset)).toMatchObject({ start: instant, startsAt: wall });
    }),
    { numRuns: 300 },
  );
});

describe('The instants of a date on a grid', () => {
  const times = (date: string, stepMinutes: number) =>
    momentsOn(date as LocalDate, stepMinutes, zurich).map((at) =>
      wallAt(at, zurich).wall.slice(11),
    );

  test('Are in order and on the wall of the date', () => {
    expect(times('2026-11-20', 360)).toEqual(['00:00', '06:00', '12:00', '18:00']);
  });

  test('Hold a time that happens twice twice, and not one that is passed over', () => {
    expect(times('2026-10-25', 60).slice(0, 5)).toEqual([
      '00:00',
      '01:00',
      '02:00',
      '02:00',
      '03:00',
    ]);
    expect(times('2026-03-29', 60).slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
  });
});

describe('The moment from which the wall shows a time or a later one', () => {
  const from = (time: string, occurrence: 'earlier' | 'later') =>
    momentFrom(time as LocalDateTime, zurich, occurrence);

  test('Where the time is passed over, it is the change of the clock', () => {
    expect(from('2026-03-29T02:30', 'earlier')).toBe('2026-03-29T01:00:00.000Z');
    expect(from('2026-03-29T02:30', 'later')).toBe('2026-03-29T01:00:00.000Z');
  });

  test('Where it happens twice, it is the first or the second', () => {
    expect(from('2026-10-25T02:30', 'earlier')).toBe('2026-10-25T00:30:00.000Z');
    expect(from('2026-10-25T02:30', 'later')).toBe('2026-10-25T01:30:00.000Z');
  });
});
