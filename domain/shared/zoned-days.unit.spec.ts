import { describe, expect, test } from 'vitest';
import { minutesOf } from './instants';
import type { Instant, LocalDate, TimeZone } from './time';
import { dateAt, dayOf, dayPieces, zoneExists } from './zoned-days';

const day = (date: string, zone: string) => dayOf(date as LocalDate, zone as TimeZone);
const hours = (date: string, zone: string) => minutesOf(day(date, zone)) / 60;
const on = (instant: string, zone: string) => dateAt(instant as Instant, zone as TimeZone);
const pieces = (start: string, end: string, zone: string) =>
  dayPieces({ start: start as Instant, end: end as Instant }, zone as TimeZone);

describe('Days of a zone', () => {
  test.each([
    ['2026-11-20', 'Europe/Zurich', 24],
    ['2026-03-29', 'Europe/Zurich', 23],
    ['2026-10-25', 'Europe/Zurich', 25],
    ['2026-03-08', 'America/New_York', 23],
    ['2026-11-01', 'America/New_York', 25],
    ['2026-09-27', 'Pacific/Auckland', 23],
    ['2026-04-05', 'Pacific/Auckland', 25],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-04-24', 'Africa/Cairo', 23],
    ['2026-11-20', 'UTC', 24],
  ])('%s in %s lasts %d hours', (date, zone, expected) => {
    expect(hours(date, zone)).toBe(expected);
  });

  test('A day begins at its first instant, not always at midnight', () => {
    expect(day('2026-11-20', 'Europe/Zurich')).toEqual({
      start: '2026-11-19T23:00:00.000Z',
      end: '2026-11-20T23:00:00.000Z',
    });
    // In São Paulo the clock went from 00:00 to 01:00, as it still does in Beirut.
    expect(day('2018-11-04', 'America/Sao_Paulo').start).toBe('2018-11-04T03:00:00.000Z');
    expect(hours('2018-11-04', 'America/Sao_Paulo')).toBe(23);
    expect(hours('2027-03-28', 'Asia/Beirut')).toBe(23);
  });

  test.each([
    ['2018-11-03', '2018-11-04', 'America/Sao_Paulo'],
    ['2026-03-28', '2026-03-29', 'Asia/Beirut'],
    ['2010-11-06', '2010-11-07', 'America/St_Johns'],
    ['2011-12-29', '2011-12-30', 'Pacific/Apia'],
    ['2011-12-30', '2011-12-31', 'Pacific/Apia'],
  ])('%s ends where %s begins in %s', (date, next, zone) => {
    expect(day(date, zone).end).toBe(day(next, zone).start);
  });

  test('A date that a zone passed over is empty', () => {
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0);
  });

  test('A date or a zone that does not exist is a bug, and throws', () => {
    expect(() => day('2026-02-30', 'Europe/Zurich')).toThrow(RangeError);
    expect(() => day('2026-11-20', 'Europe/Bern-Wabern')).toThrow(RangeError);
  });
});

describe('A time zone', () => {
  test('exists when Temporal knows it by its name, and each one the platform names does', () => {
    const named = ['UTC', ...Intl.supportedValuesOf('timeZone')];
    expect(named.filter((zone) => !zoneExists(zone))).toEqual([]);
  });

  test.each(['', 'Mars/Olympus', '+01:00', 'europe/zurich', 'constructor'])(
    'does not exist by the name of “%s”',
    (zone) => {
      expect(zoneExists(zone)).toBe(false);
    },
  );
});

describe('The date of an instant', () => {
  test('It is the day whose bounds it lies in: the first instant belongs to it, the last does not', () => {
    expect(on('2026-11-19T22:59:59.999Z', 'Europe/Zurich')).toBe('2026-11-19');
    expect(on('2026-11-19T23:00:00.000Z', 'Europe/Zurich')).toBe('2026-11-20');
  });

  test('It may be the date before or after that of UTC', () => {
    expect(on('2026-11-20T23:00:00.000Z', 'Pacific/Kiritimati')).toBe('2026-11-21');
    expect(on('2026-11-20T02:00:00.000Z', 'Pacific/Pago_Pago')).toBe('2026-11-19');
  });

  test('A date that was passed over is never met', () => {
    expect(on('2011-12-30T09:59:59.999Z', 'Pacific/Apia')).toBe('2011-12-29');
    expect(on('2011-12-30T10:00:00.000Z', 'Pacific/Apia')).toBe('2011-12-31');
  });
});

describe('A period cut into days', () => {
  test('Within a day it is one piece', () => {
    const period = { start: '2026-11-20T08:00:00.000Z', end: '2026-11-20T09:00:00.000Z' };
    expect(pieces(period.start, period.end, 'Europe/Zurich')).toEqual([
      { date: '2026-11-20', day: day('2026-11-20', 'Europe/Zurich'), piece: period },
    ]);
  });

  test('Until midnight it does not touch the next day', () => {
    const dates = pieces('2026-11-20T22:00:00.000Z', '2026-11-20T23:00:00.000Z', 'Europe/Zurich');
    expect(dates.map(({ date }) => date)).toEqual(['2026-11-20']);
  });

  test('Over midnight it is cut at the first instant of the next day', () => {
    const cut = pieces('2026-11-20T22:00:00.000Z', '2026-11-21T00:30:00.000Z', 'Europe/Zurich');
    expect(cut.map(({ date, piece }) => [date, piece.start, piece.end])).toEqual([
      ['2026-11-20', '2026-11-20T22:00:00.000Z', '2026-11-20T23:00:00.000Z'],
      ['2026-11-21', '2026-11-20T23:00:00.000Z', '2026-11-21T00:30:00.000Z'],
    ]);
  });

  test('Where midnight is passed over, it is cut at the change of the clock', () => {
    const cut = pieces('2018-11-04T02:00:00.000Z', '2018-11-04T04:00:00.000Z', 'America/Sao_Paulo');
    expect(cut.map(({ date, piece }) => [date, piece.start, piece.end])).toEqual([
      ['2018-11-03', '2018-11-04T02:00:00.000Z', '2018-11-04T03:00:00.000Z'],
      ['2018-11-04', '2018-11-04T03:00:00.000Z', '2018-11-04T04:00:00.000Z'],
    ]);
  });

  test('A whole day between is a piece of its own, an empty one is none', () => {
    const days = pieces('2026-11-20T12:00:00.000Z', '2026-11-22T12:00:00.000Z', 'Europe/Zurich');
    expect(days.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    const apia = pieces('2011-12-30T00:00:00.000Z', '2011-12-31T00:00:00.000Z', 'Pacific/Apia');
    expect(apia.map(({ date }) => date)).toEqual(['2011-12-29', '2011-12-31']);
  });

  test('An empty period has no pieces', () => {
    const nothing = pieces('2026-11-20T12:00:00.000Z', '2026-11-20T12:00:00.000Z', 'Europe/Zurich');
    expect(nothing).toEqual([]);
  });
});
