import { test } from 'vitest';
import { roomDayStream } from '@/domain/room-day/room-day';
import type { Instant, LocalDate, LocalDateTime, TimeZone } from '@/domain/shared/time';
import { booking } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { ana, atrium, ben, mine, theirs } from '@/domain/testing/people';
import { booked, rejected } from '@/domain/testing/reservation-stories';
import { added, daily, hours } from '@/domain/testing/room-stories';
import { newYork, wish, zurich } from '@/domain/testing/wall';
import { bookRoom } from './book-room';

const at = '2026-01-05T08:00:00.000Z' as Instant;
const roomIn = (timeZone: string) => added({ timeZone: timeZone as TimeZone });
const day = (date: string) => roomDayStream(atrium, date as LocalDate);
const time = (wall: string) => wall as LocalDateTime;
const held = (start: string, end: string) => ({
  start: start as Instant,
  end: end as Instant,
  reservationId: mine,
  memberId: ana.id,
  position: 1,
  heldAt: at,
});

test.each([
  [zurich, '2026-03-29T02:30', '04:00'],
  [newYork, '2026-03-08T02:00', '03:00'],
  ['America/Sao_Paulo', '2018-11-04T00:00', '02:00'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '03:00'],
])('In %s %s does not exist, and the reservation keeps that', (zone, from, to) => {
  const timeZone = zone as TimeZone;
  const refusal = { code: 'TIME_DOES_NOT_EXIST', time: time(from), timeZone } as const;
  given(roomIn(zone))
    .when(bookRoom, booking(wish(from, to)), { at: '2018-01-05T08:00:00.000Z' as Instant })
    .thenRefused('TIME_DOES_NOT_EXIST', { time: time(from), timeZone })
    .andAppended(rejected(wish(from, to), refusal));
});

test('A reservation cannot end at a time that does not exist', () => {
  given(roomIn(zurich))
    .when(bookRoom, booking(wish('2026-03-29T01:00', '02:30')), { at })
    .thenRefused('TIME_DOES_NOT_EXIST', { time: time('2026-03-29T02:30'), timeZone: zurich });
});

test.each([
  [zurich, '2026-10-25T02:30', '04:00', ['+02:00', '+01:00']],
  [newYork, '2026-11-01T01:30', '04:00', ['-04:00', '-05:00']],
  ['Australia/Lord_Howe', '2026-04-05T01:45', '04:00', ['+11:00', '+10:30']],
  ['Pacific/Auckland', '2026-04-05T02:15', '04:00', ['+13:00', '+12:00']],
] as const)(
  'In %s %s happens twice, and it must be said which is meant',
  (zone, from, to, offsets) => {
    given(roomIn(zone))
      .when(bookRoom, booking(wish(from, to)), { at })
      .thenRefused('TIME_HAPPENS_TWICE', { time: time(from), timeZone: zone, offsets });
  },
);

test.each([
  ['earlier', '2026-10-25T00:30:00.000Z'],
  ['+02:00', '2026-10-25T00:30:00.000Z'],
  ['later', '2026-10-25T01:30:00.000Z'],
  ['+01:00', '2026-10-25T01:30:00.000Z'],
])('The occurrence %s of 02:30 begins at %s', (start, instant) => {
  const night = wish('2026-10-25T02:30', '04:00', { start });
  given(roomIn(zurich))
    .when(bookRoom, booking(night), { at })
    .then(booked(night))
    .andNow(day('2026-10-25'), { holds: [held(instant, '2026-10-25T03:00:00.000Z')] });
});

test('An offset that the zone never has is refused', () => {
  const once = wish('2026-10-25T08:30', '10:00', { start: '+05:00' });
  const twice = wish('2026-10-25T02:30', '04:00', { start: '+05:00' });
  given(roomIn(zurich))
    .when(bookRoom, booking(once), { at })
    .thenRefused('TIME_DOES_NOT_EXIST', { time: time('2026-10-25T08:30'), timeZone: zurich });
  given(roomIn(zurich))
    .when(bookRoom, booking(twice), { at })
    .thenRefused('TIME_HAPPENS_TWICE', {
      time: time('2026-10-25T02:30'),
      timeZone: zurich,
      offsets: ['+02:00', '+01:00'],
    });
});

test('The hour that happens twice can be booked twice', () => {
  const first = wish('2026-10-25T02:00', '02:45', { start: 'earlier', end: 'earlier' });
  const second = wish('2026-10-25T02:00', '02:45', { start: 'later', end: 'later' });
  given(roomIn(zurich), booked(first, { id: theirs, owner: ben }))
    .when(bookRoom, booking(second), { at })
    .then(booked(second));
});

test('From the first to the second 02:30 is an hour', () => {
  const hour = wish('2026-10-25T02:30', '02:30', { start: 'earlier', end: 'later' });
  given(roomIn(zurich)).when(bookRoom, booking(hour), { at }).then(booked(hour));
});

test('A reservation is as long as it really lasts', () => {
  const rules = { longestMinutes: 120 };
  const spring = wish('2026-03-29T01:00', '04:00');
  const autumn = wish('2026-10-25T01:00', '03:00');
  given(added({ rules })).when(bookRoom, booking(spring), { at }).then(booked(spring));
  given(added({ rules }))
    .when(bookRoom, booking(autumn), { at })
    .thenRefused('TOO_LONG', { minutes: 180, longestMinutes: 120 });
});

test('A buffer is as long as it really lasts', () => {
  const evening = wish('2026-03-29T00:30', '01:30');
  given(added({ rules: { bufferMinutes: 60 } }))
    .when(bookRoom, booking(evening), { at })
    .then(booked(evening, { buffer: 60 }))
    .andNow(day('2026-03-29'), {
      holds: [held('2026-03-28T23:30:00.000Z', '2026-03-29T01:30:00.000Z')],
    });
});

test.each([
  [zurich, '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  [zurich, '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  [newYork, '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
  [newYork, '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  // Midnight is passed over.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', '2026-04-24T21:00:00.000Z'],
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', '2026-10-04T13:00:00.000Z'],
])('In %s the day %s opens from %s to %s', (zone, date, start, end) => {
  const noon = wish(`${date}T12:00`, '13:00');
  given(roomIn(zone))
    .when(bookRoom, booking(noon), { at })
    .then(booked(noon, { timeZone: zone as TimeZone }))
    .andNow(day(date), { day: { start: start as Instant, end: end as Instant } });
});

test('A night without a midnight is cut where the next day begins', () => {
  const timeZone = 'Africa/Cairo' as TimeZone;
  const night = wish('2026-04-23T23:00', '2026-04-24T02:00');
  given(roomIn(timeZone))
    .when(bookRoom, booking(night), { at })
    .then(booked(night, { timeZone }))
    .andNow(day('2026-04-23'), {
      holds: [held('2026-04-23T21:00:00.000Z', '2026-04-23T22:00:00.000Z')],
    })
    .andNow(day('2026-04-24'), {
      holds: [held('2026-04-23T22:00:00.000Z', '2026-04-23T23:00:00.000Z')],
    });
});

test('Open time is joined over a midnight that does not exist', () => {
  const timeZone = 'Asia/Beirut' as TimeZone;
  const night = wish('2026-03-28T23:30', '2026-03-29T01:30');
  given(added({ timeZone, openingHours: daily(hours('00:00', '24:00')) }))
    .when(bookRoom, booking(night), { at })
    .then(booked(night, { timeZone }));
});

test('The hour before midnight that happens twice belongs to its day', () => {
  const timeZone = 'America/Sao_Paulo' as TimeZone;
  const second = wish('2018-02-17T23:15', '2018-02-18T00:45', { start: 'later' });
  given(roomIn(timeZone))
    .when(bookRoom, booking(second), { at: '2018-02-01T08:00:00.000Z' as Instant })
    .then(booked(second, { timeZone }))
    .andNow(day('2018-02-17'), {
      day: { start: '2018-02-17T02:00:00.000Z', end: '2018-02-18T03:00:00.000Z' },
    });
});

test('A window that opens or closes in the changed hour follows the wall', () => {
  const openingHours = daily(hours('02:30', '10:00'));
  const [spring, autumn] = [
    wish('2026-03-29T03:00', '04:00'),
    wish('2026-10-25T02:30', '04:00', { start: 'earlier' }),
  ];
  given(added({ openingHours })).when(bookRoom, booking(spring), { at }).then(booked(spring));
  given(added({ openingHours })).when(bookRoom, booking(autumn), { at }).then(booked(autumn));
});

test('A day that was opened under other rules of its zone takes nothing more', () => {
  const noon = wish('2026-11-24T12:00', '13:00');
  // As if Zurich had been three hours ahead of UTC when the day was opened.
  const opened = { timeZone: 'Europe/Moscow' as TimeZone, id: theirs, owner: ben };
  given(roomIn(zurich), booked(wish('2026-11-24T09:00', '10:00'), opened))
    .when(bookRoom, booking(noon))
    .thenRefused('ZONE_RULES_CHANGED', { date: '2026-11-24' as LocalDate });
});
