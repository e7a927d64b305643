import { expect, test } from 'vitest';
import { roomDayStream } from '@/domain/room-day/room-day';
import { roomStream } from '@/domain/room/room';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { booking } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { ana, atrium, ben, longAgo, mine, theirs } from '@/domain/testing/people';
import { booked } from '@/domain/testing/reservation-stories';
import { added, daily, hours } from '@/domain/testing/room-stories';
import { afterAll } from '@/domain/testing/story';
import { wish } from '@/domain/testing/wall';
import { bookRoom } from './book-room';

const day = (date: string) => roomDayStream(atrium, date as LocalDate);
const period = (start: string, end: string) => ({ start: start as Instant, end: end as Instant });
const hold = (start: string, end: string) => ({
  ...period(start, end),
  reservationId: mine,
  memberId: ana.id,
  position: 1,
  heldAt: '2026-11-20T08:00:00.000Z' as Instant,
});

const overnight = wish('2026-11-24T22:00', '2026-11-25T02:00');

test('A reservation over midnight holds a piece of each day, and opens both', () => {
  given(added())
    .when(bookRoom, booking(overnight))
    .then(booked(overnight))
    .andNow(day('2026-11-24'), {
      day: period('2026-11-23T23:00:00.000Z', '2026-11-24T23:00:00.000Z'),
      holds: [hold('2026-11-24T21:00:00.000Z', '2026-11-24T23:00:00.000Z')],
    })
    .andNow(day('2026-11-25'), {
      day: period('2026-11-24T23:00:00.000Z', '2026-11-25T23:00:00.000Z'),
      holds: [hold('2026-11-24T23:00:00.000Z', '2026-11-25T01:00:00.000Z')],
    });
});

test('A reservation that ends at midnight does not touch the next day', () => {
  const untilMidnight = wish('2026-11-24T22:00', '2026-11-25T00:00');
  const days = afterAll([added(), booked(untilMidnight)]).all.filter(
    ({ ref }) => ref.type === 'room_day',
  );
  expect(days.map(({ ref }) => ref)).toEqual([day('2026-11-24')]);
  given(added()).when(bookRoom, booking(untilMidnight)).then(booked(untilMidnight));
});

test('A reservation that begins at midnight does not touch the day before', () => {
  const fromMidnight = wish('2026-11-25T00:00', '01:00');
  given(added(), booked(wish('2026-11-24T22:00', '2026-11-25T00:00'), { id: theirs, owner: ben }))
    .when(bookRoom, booking(fromMidnight))
    .then(booked(fromMidnight))
    .andNow(day('2026-11-24'), {
      holds: [
        {
          ...period('2026-11-24T21:00:00.000Z', '2026-11-24T23:00:00.000Z'),
          reservationId: theirs,
          memberId: ben.id,
          position: 1,
          heldAt: longAgo,
        },
      ],
    });
});

test('A slot that is taken on its second day only is held on neither', () => {
  const early = wish('2026-11-25T01:00', '03:00');
  given(added(), booked(early, { id: theirs, owner: ben }))
    .when(bookRoom, booking(overnight))
    .thenRefused('SLOT_TAKEN', {
      winner: {
        reservationId: theirs,
        memberId: ben.id,
        date: '2026-11-25' as LocalDate,
        position: 1,
        recordedAt: longAgo,
        held: period('2026-11-25T00:00:00.000Z', '2026-11-25T02:00:00.000Z'),
      },
    });
});

const days = { longestMinutes: 10 * 1440 };
const fourDays = wish('2026-11-24T15:00', '2026-11-27T10:00');

test('A reservation over several days holds the whole of those between', () => {
  given(added({ rules: days }))
    .when(bookRoom, booking(fourDays))
    .then(booked(fourDays))
    .andNow(day('2026-11-26'), {
      holds: [hold('2026-11-25T23:00:00.000Z', '2026-11-26T23:00:00.000Z')],
    })
    .andGuarded(roomStream(atrium));
});

test('Open time is joined over midnight, over several days', () => {
  const tooLong = wish('2026-11-24T15:00', '2026-11-29T10:00');
  const closedOnSaturday = { ...daily(hours('00:00', '24:00')), sat: [] };
  given(added({ rules: days, openingHours: closedOnSaturday }))
    .when(bookRoom, booking(fourDays))
    .then(booked(fourDays));
  given(added({ rules: days, openingHours: closedOnSaturday }))
    .when(bookRoom, booking(tooLong))
    .thenRefused('OUTSIDE_OPENING_HOURS', { date: '2026-11-28' as LocalDate });
});

test('A room that closes before midnight or opens after it has no open night', () => {
  const closesEarly = { ...daily(hours('00:00', '24:00')), tue: [hours('00:00', '23:00')] };
  const opensLate = { ...daily(hours('00:00', '24:00')), wed: [hours('00:30', '24:00')] };
  given(added({ openingHours: closesEarly }))
    .when(bookRoom, booking(overnight))
    .thenRefused('OUTSIDE_OPENING_HOURS', { date: '2026-11-24' as LocalDate });
  given(added({ openingHours: opensLate }))
    .when(bookRoom, booking(overnight))
    .thenRefused('OUTSIDE_OPENING_HOURS', { date: '2026-11-25' as LocalDate });
});
