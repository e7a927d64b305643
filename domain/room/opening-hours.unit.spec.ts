import { describe, expect, test } from 'vitest';
import type { LocalDate, TimeZone } from '@/domain/shared/time';
import { always, daily, hours } from '@/domain/testing/room-stories';
import { newYork, slotAt, wish, zurich } from '@/domain/testing/wall';
import { inOrder, openOn, sameHours, withinOpeningHours } from './opening-hours';
import type { OpeningHours } from './room';

const office = daily(hours('08:00', '12:00'), hours('13:00', '18:00'));
const bar = daily(hours('00:00', '03:00'), hours('18:00', '24:00'));

const check = (opening: OpeningHours, start: string, end: string, timeZone: TimeZone = zurich) =>
  withinOpeningHours(opening, slotAt(wish(start, end), timeZone));

const outside = (date: string) => ({ code: 'OUTSIDE_OPENING_HOURS', date });

describe('A reservation lies in open time throughout', () => {
  test('From opening to closing is within', () => {
    expect(check(office, '2026-11-24T08:00', '12:00')).toBeUndefined();
    expect(check(office, '2026-11-24T13:00', '18:00')).toBeUndefined();
  });

  test.each([
    ['before it opens', '07:45', '09:00'],
    ['past its closing', '17:00', '18:15'],
    ['over a break', '11:00', '14:00'],
    ['in a break', '12:00', '13:00'],
    ['at night', '22:00', '23:00'],
  ])('Not %s', (_, start, end) => {
    expect(check(office, `2026-11-24T${start}`, end)).toEqual(outside('2026-11-24'));
  });

  test('Windows that touch are one', () => {
    const split = daily(hours('08:00', '12:00'), hours('12:00', '18:00'));
    expect(check(split, '2026-11-24T11:00', '13:00')).toBeUndefined();
  });

  test('Open until 24:00 and from 00:00 is open over midnight', () => {
    expect(check(bar, '2026-11-24T23:00', '2026-11-25T02:00')).toBeUndefined();
    expect(check(bar, '2026-11-24T23:00', '2026-11-25T00:00')).toBeUndefined();
    expect(check(bar, '2026-11-25T00:00', '2026-11-25T03:00')).toBeUndefined();
  });

  test('The date that is named is the first on which it is closed', () => {
    expect(check(bar, '2026-11-24T23:00', '2026-11-25T04:00')).toEqual(outside('2026-11-25'));
    expect(check(office, '2026-11-24T17:00', '2026-11-25T09:00')).toEqual(outside('2026-11-24'));
  });

  test('Always open is open for days on end, over both changes of the clock', () => {
    expect(check(always, '2026-11-24T09:00', '2026-12-04T09:00')).toBeUndefined();
    expect(check(always, '2026-03-27T12:00', '2026-03-31T12:00')).toBeUndefined();
    expect(check(always, '2026-10-30T12:00', '2026-11-03T12:00', newYork)).toBeUndefined();
  });

  test('A weekday without windows is closed, and breaks the chain', () => {
    const noSunday = { ...always, sun: [] };
    expect(check(noSunday, '2026-11-28T22:00', '2026-11-29T00:00')).toBeUndefined();
    expect(check(noSunday, '2026-11-28T22:00', '2026-11-29T00:15')).toEqual(outside('2026-11-29'));
    expect(check(noSunday, '2026-11-29T23:45', '2026-11-30T01:00')).toEqual(outside('2026-11-29'));
  });

  test('The weekday is that of the wall, not of UTC', () => {
    const mondays = { ...daily(), mon: [hours('00:00', '24:00')] };
    expect(check(mondays, '2026-11-23T00:00', '2026-11-23T00:30')).toBeUndefined();
    expect(check(mondays, '2026-11-23T22:00', '2026-11-24T00:00', newYork)).toBeUndefined();
  });
});

describe('Opening hours in a night in which the clock is changed', () => {
  const on = (date: string, opening: OpeningHours, timeZone: TimeZone = zurich) =>
    openOn(opening, date as LocalDate, timeZone);

  test('Whole days are open from their first instant to the next, also without a midnight', () => {
    expect(on('2026-10-25', always)).toEqual([
      { start: '2026-10-24T22:00:00.000Z', end: '2026-10-25T23:00:00.000Z' },
    ]);
    expect(on('2018-11-04', always, 'America/Sao_Paulo' as TimeZone)).toEqual([
      { start: '2018-11-04T03:00:00.000Z', end: '2018-11-05T02:00:00.000Z' },
    ]);
  });

  test('What opens at a time that is passed over opens at the change of the clock', () => {
    const [open] = on('2026-03-29', daily(hours('02:30', '10:00')));
    expect(open?.start).toBe('2026-03-29T01:00:00.000Z');
  });

  test('What closes at a time that is passed over closes at the change of the clock', () => {
    const [open] = on('2026-03-29', daily(hours('00:00', '02:30')));
    expect(open?.end).toBe('2026-03-29T01:00:00.000Z');
  });

  test('What happens twice opens at the first and closes at the second', () => {
    const [open] = on('2026-10-25', daily(hours('02:30', '02:45')));
    expect(open).toEqual({ start: '2026-10-25T00:30:00.000Z', end: '2026-10-25T01:45:00.000Z' });
  });

  test('A date that its zone passed over is no gap between the days around it', () => {
    const apia = 'Pacific/Apia' as TimeZone;
    expect(check(always, '2011-12-29T22:00', '2011-12-31T02:00', apia)).toBeUndefined();
  });
});

describe('Opening hours that can be kept', () => {
  const overlap = { code: 'OPENING_HOURS_OVERLAP' };

  test.each([
    ['touch', [hours('08:00', '12:00'), hours('12:00', '18:00')], undefined],
    ['none', [], undefined],
    ['a whole day', [hours('00:00', '24:00')], undefined],
    ['overlap', [hours('08:00', '12:15'), hours('12:00', '18:00')], overlap],
    ['out of order', [hours('13:00', '18:00'), hours('08:00', '12:00')], overlap],
    ['an empty window', [hours('08:00', '08:00')], overlap],
    ['a backward window', [hours('18:00', '08:00')], overlap],
  ])('Windows of a day: %s', (_, windows, expected) => {
    expect(inOrder({ ...office, sat: windows })).toEqual(expected);
  });

  test('They are the same when every day has the same windows', () => {
    expect(sameHours(office, daily(hours('08:00', '12:00'), hours('13:00', '18:00')))).toBe(true);
    expect(sameHours(office, { ...office, sun: [] })).toBe(false);
    expect(sameHours({ ...office, sun: [] }, office)).toBe(false);
    expect(sameHours(office, daily(hours('08:00', '12:00'), hours('13:00', '18:15')))).toBe(false);
  });
});
