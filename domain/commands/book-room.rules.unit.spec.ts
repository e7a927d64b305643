import { test } from 'vitest';
import { booking } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { atrium, library, longAgo, now, works } from '@/domain/testing/people';
import { booked, rejected } from '@/domain/testing/reservation-stories';
import {
  added,
  always,
  closed,
  daily,
  hours,
  hoursChanged,
  reinstated,
  reopened,
  retired,
  rulesChanged,
} from '@/domain/testing/room-stories';
import { wish } from '@/domain/testing/wall';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { bookRoom } from './book-room';

const day = '2026-11-24';
const nine = wish(`${day}T09:00`, '10:00');
const date = day as LocalDate;

test('A room nobody added cannot be booked, and the reservation keeps why', () => {
  given(added())
    .when(bookRoom, booking(nine, { roomId: library }))
    .thenRefused('ROOM_UNKNOWN', { roomId: library })
    .andAppended(rejected(nine, { code: 'ROOM_UNKNOWN', roomId: library }, { roomId: library }));
});

test('A retired room cannot be booked until it is reinstated', () => {
  given(added(), retired())
    .when(bookRoom, booking(nine))
    .thenRefused('ROOM_RETIRED', { roomId: atrium, retiredAt: longAgo });
  given(added(), retired(), reinstated()).when(bookRoom, booking(nine)).then(booked(nine));
});

const closure = {
  roomId: atrium,
  closureId: works,
  closed: {
    start: '2026-11-24T08:30:00.000Z' as Instant,
    end: '2026-11-24T10:30:00.000Z' as Instant,
  },
};
const works0930 = closed(wish(`${day}T09:30`, '11:30'));

test('A closed room cannot be booked for a time in the closure until it is reopened', () => {
  given(added(), works0930)
    .when(bookRoom, booking(nine))
    .thenRefused('ROOM_CLOSED', closure)
    .andAppended(rejected(nine, { code: 'ROOM_CLOSED', ...closure }));
  given(added(), works0930, reopened()).when(bookRoom, booking(nine)).then(booked(nine));
});

test('A reservation may end as a closure begins, its buffer may lie in it, and one may begin as it ends', () => {
  const [before, later] = [wish(`${day}T08:30`, '09:30'), wish(`${day}T11:30`, '12:00')];
  const room = [added({ rules: { bufferMinutes: 15 } }), works0930];
  given(...room)
    .when(bookRoom, booking(before))
    .then(booked(before, { buffer: 15 }));
  given(...room)
    .when(bookRoom, booking(later))
    .then(booked(later, { buffer: 15 }));
});

test.each([
  ['start', '09:10', '10:00'],
  ['end', '09:00', '10:05'],
])('The %s lies on the grid of the wall clock', (_which, from, to) => {
  given(added())
    .when(bookRoom, booking(wish(`${day}T${from}`, to)))
    .thenRefused('OFF_THE_GRID', { gridMinutes: 15 });
});

const quarters = { rules: { shortestMinutes: 30, longestMinutes: 120 } };

test('A reservation is not shorter than the shortest', () => {
  const [half, quarter] = [wish(`${day}T09:00`, '09:30'), wish(`${day}T09:00`, '09:15')];
  given(added(quarters)).when(bookRoom, booking(half)).then(booked(half));
  given(added(quarters))
    .when(bookRoom, booking(quarter))
    .thenRefused('TOO_SHORT', { minutes: 15, shortestMinutes: 30 });
});

test('A reservation is not longer than the longest', () => {
  const [two, more] = [wish(`${day}T09:00`, '11:00'), wish(`${day}T09:00`, '11:15')];
  given(added(quarters)).when(bookRoom, booking(two)).then(booked(two));
  given(added(quarters))
    .when(bookRoom, booking(more))
    .thenRefused('TOO_LONG', { minutes: 135, longestMinutes: 120 });
});

test.each([
  ['when it starts', '09:00'],
  ['before it starts', '08:00'],
])('A reservation that ends %s is too short', (_when, to) => {
  given(added())
    .when(bookRoom, booking(wish(`${day}T09:00`, to)))
    .thenRefused('TOO_SHORT', { minutes: 0, shortestMinutes: 15 });
});

test('A reservation may start now, not before', () => {
  const [atNow, before] = [wish('2026-11-20T09:00', '10:00'), wish('2026-11-20T08:45', '10:00')];
  given(added()).when(bookRoom, booking(atNow)).then(booked(atNow));
  given(added()).when(bookRoom, booking(before)).thenRefused('IN_THE_PAST', { now });
});

test('A reservation is made the lead time before its start', () => {
  const [inTwoHours, sooner] = [
    wish('2026-11-20T11:00', '12:00'),
    wish('2026-11-20T10:45', '12:00'),
  ];
  const room = added({ rules: { leadTimeMinutes: 120 } });
  given(room).when(bookRoom, booking(inTwoHours)).then(booked(inTwoHours));
  given(room)
    .when(bookRoom, booking(sooner))
    .thenRefused('TOO_SOON', {
      leadTimeMinutes: 120,
      earliest: '2026-11-20T10:00:00.000Z' as Instant,
    });
});

test('A reservation starts on a date within the horizon, counted on the wall of the room', () => {
  const [last, tooLate] = [
    wish('2026-12-04T23:00', '2026-12-05T01:00'),
    wish('2026-12-05T00:00', '01:00'),
  ];
  const room = added({ rules: { horizonDays: 14 } });
  given(room).when(bookRoom, booking(last)).then(booked(last));
  given(room)
    .when(bookRoom, booking(tooLate))
    .thenRefused('TOO_FAR_AHEAD', { horizonDays: 14, latest: '2026-12-04' as LocalDate });
});

test('At 23:30 UTC it is tomorrow in Zurich, and the horizon counts from there', () => {
  const last = wish('2026-12-05T23:00', '23:30');
  const at = '2026-11-20T23:30:00.000Z' as Instant;
  given(added({ rules: { horizonDays: 14 } }))
    .when(bookRoom, booking(last), { at })
    .then(booked(last));
});

const shop = daily(hours('08:00', '12:00'), hours('13:00', '18:00'));

test.each([
  ['begins before the room opens', '07:45', '09:00'],
  ['ends after it closes', '17:30', '18:15'],
  ['lies over a break', '11:00', '14:00'],
  ['lies in a break', '12:00', '13:00'],
])('A reservation that %s is outside the opening hours', (_how, from, to) => {
  given(added({ openingHours: shop }))
    .when(bookRoom, booking(wish(`${day}T${from}`, to)))
    .thenRefused('OUTSIDE_OPENING_HOURS', { date });
});

test.each([
  ['08:00', '12:00'],
  ['13:00', '18:00'],
])('A reservation may fill a window from %s to %s, and its buffer run past it', (from, to) => {
  const whole = wish(`${day}T${from}`, to);
  given(added({ openingHours: shop, rules: { bufferMinutes: 30 } }))
    .when(bookRoom, booking(whole))
    .then(booked(whole, { buffer: 30 }));
});

test('Windows that touch are one', () => {
  const noon = wish(`${day}T11:00`, '13:00');
  given(added({ openingHours: daily(hours('08:00', '12:00'), hours('12:00', '18:00')) }))
    .when(bookRoom, booking(noon))
    .then(booked(noon));
});

test('Each weekday has its own hours', () => {
  const openingHours = { ...daily(), tue: [hours('08:00', '18:00')] };
  const wednesday = wish('2026-11-25T09:00', '10:00');
  given(added({ openingHours })).when(bookRoom, booking(nine)).then(booked(nine));
  given(added({ openingHours }))
    .when(bookRoom, booking(wednesday))
    .thenRefused('OUTSIDE_OPENING_HOURS', { date: '2026-11-25' as LocalDate });
});

test('Changed rules and hours hold from the next booking on', () => {
  const late = wish(`${day}T20:00`, '20:30');
  given(added({ openingHours: shop }), hoursChanged(always))
    .when(bookRoom, booking(late))
    .then(booked(late));
  given(added(), rulesChanged({ shortestMinutes: 60 }))
    .when(bookRoom, booking(late))
    .thenRefused('TOO_SHORT', { minutes: 30, shortestMinutes: 60 });
});
