import { test } from 'vitest';
import type { Instant, LocalDate, LocalDateTime } from '@/domain/shared/time';
import { moving } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { atrium, ben, library, longAgo, mine, now, works } from '@/domain/testing/people';
import { booked, cancelled, moved, rejected } from '@/domain/testing/reservation-stories';
import {
  added,
  closed,
  daily,
  hours,
  hoursChanged,
  retired,
  rulesChanged,
} from '@/domain/testing/room-stories';
import type { Story } from '@/domain/testing/story';
import { wish, zurich } from '@/domain/testing/wall';
import { moveReservation } from './move-reservation';

const nine = wish('2026-11-24T09:00', '10:00');
const eleven = wish('2026-11-24T11:00', '12:00');
const at = (instant: string) => ({ at: instant as Instant });
const nineInUtc = '2026-11-24T08:00:00.000Z';
const tenInUtc = '2026-11-24T09:00:00.000Z';

test('What was never reserved cannot be moved', () => {
  given(added())
    .when(moveReservation, moving(eleven))
    .thenRefused('RESERVATION_UNKNOWN', { reservationId: mine });
  given(added(), rejected(nine, { code: 'ROOM_UNKNOWN', roomId: library }))
    .when(moveReservation, moving(eleven))
    .thenRefused('RESERVATION_REJECTED', { reservationId: mine });
});

test('Another member does not move it', () => {
  given(added(), booked(nine))
    .when(moveReservation, moving(eleven), { by: ben })
    .thenRefused('NOT_YOURS');
});

test('What is cancelled is restored first, then moved', () => {
  given(added(), booked(nine), cancelled(nine))
    .when(moveReservation, moving(eleven))
    .thenRefused('ALREADY_CANCELLED', { cancelledAt: longAgo });
});

test('What has ended is not moved', () => {
  given(added(), booked(nine))
    .when(moveReservation, moving(eleven), at(tenInUtc))
    .thenRefused('ALREADY_ENDED', { endedAt: tenInUtc as Instant });
});

test('The slot it has is no move', () => {
  given(added(), booked(nine)).when(moveReservation, moving(nine)).thenRefused('NOTHING_CHANGED');
});

test('A move goes to a room that is there, in service and open then', () => {
  const move = moving(nine, { roomId: library });
  const closure = {
    roomId: library,
    closureId: works,
    closed: { start: nineInUtc as Instant, end: tenInUtc as Instant },
  };
  const elsewhere = added({ roomId: library });
  given(added(), booked(nine))
    .when(moveReservation, move)
    .thenRefused('ROOM_UNKNOWN', { roomId: library });
  given(added(), elsewhere, booked(nine), retired(library))
    .when(moveReservation, move)
    .thenRefused('ROOM_RETIRED', { roomId: library, retiredAt: longAgo });
  given(added(), elsewhere, booked(nine), closed(nine, { roomId: library }))
    .when(moveReservation, move)
    .thenRefused('ROOM_CLOSED', closure);
});

test('A reservation moves out of a room that is retired or closed by now', () => {
  const elsewhere = added({ roomId: library });
  const left = { roomPosition: 1 };
  for (const story of [retired(), closed(nine)]) {
    given(added(), elsewhere, booked(nine), story)
      .when(moveReservation, moving(nine, { roomId: library }))
      .then(moved([nine, left], [nine, { roomId: library }]));
  }
});

test('The rules of the room as they are now hold for where it goes', () => {
  const moveTo = (from: string, to: string, ...changes: readonly Story[]) =>
    given(added(), booked(nine), ...changes).when(moveReservation, moving(wish(from, to)));
  moveTo('2026-11-24T11:10', '12:00').thenRefused('OFF_THE_GRID', { gridMinutes: 15 });
  moveTo('2026-11-24T11:00', '11:00').thenRefused('TOO_SHORT', { minutes: 0, shortestMinutes: 15 });
  moveTo('2026-11-24T11:00', '11:30', rulesChanged({ shortestMinutes: 60 })).thenRefused(
    'TOO_SHORT',
    { minutes: 30, shortestMinutes: 60 },
  );
  moveTo('2026-11-24T11:00', '13:00', rulesChanged({ longestMinutes: 60 })).thenRefused(
    'TOO_LONG',
    {
      minutes: 120,
      longestMinutes: 60,
    },
  );
  moveTo('2026-12-24T11:00', '12:00', rulesChanged({ horizonDays: 30 })).thenRefused(
    'TOO_FAR_AHEAD',
    { horizonDays: 30, latest: '2026-12-20' as LocalDate },
  );
  moveTo('2026-11-24T11:00', '12:00', hoursChanged(daily(hours('13:00', '18:00')))).thenRefused(
    'OUTSIDE_OPENING_HOURS',
    { date: '2026-11-24' as LocalDate },
  );
  moveTo('2026-11-20T08:00', '09:30').thenRefused('IN_THE_PAST', { now });
});

test('A move to a time the wall shows twice, or never, is refused', () => {
  given(added(), booked(nine))
    .when(moveReservation, moving(wish('2027-03-28T02:30', '04:00')))
    .thenRefused('TIME_DOES_NOT_EXIST', {
      time: '2027-03-28T02:30' as LocalDateTime,
      timeZone: zurich,
    });
  given(added(), booked(nine))
    .when(moveReservation, moving(wish('2027-10-31T02:30', '04:00')))
    .thenRefused('TIME_HAPPENS_TWICE', {
      time: '2027-10-31T02:30' as LocalDateTime,
      timeZone: zurich,
      offsets: ['+02:00', '+01:00'],
    });
});

const twoHours = { leadTimeMinutes: 120 };

test('A move keeps the lead time to its new start', () => {
  const soon = wish('2026-11-20T10:30', '11:30');
  given(added({ rules: twoHours }), booked(nine))
    .when(moveReservation, moving(soon))
    .thenRefused('TOO_SOON', {
      leadTimeMinutes: 120,
      earliest: '2026-11-20T10:00:00.000Z' as Instant,
    });
});

test('A move keeps the lead time to its old start too', () => {
  const friday = wish('2026-11-27T09:00', '10:00');
  const room = added({ rules: twoHours });
  given(room, booked(nine))
    .when(moveReservation, moving(friday), at('2026-11-24T06:00:00.000Z'))
    .then(moved([nine], [friday]));
  given(room, booked(nine))
    .when(moveReservation, moving(friday), at('2026-11-24T06:00:00.001Z'))
    .thenRefused('TOO_SOON', {
      leadTimeMinutes: 120,
      earliest: '2026-11-24T08:00:00.001Z' as Instant,
    });
});

test('The lead time of the old start is that of the old room', () => {
  const there = { roomId: library };
  given(added({ rules: twoHours }), added(there), booked(nine))
    .when(moveReservation, moving(eleven, there), at('2026-11-24T07:00:00.000Z'))
    .thenRefused('TOO_SOON', {
      leadTimeMinutes: 120,
      earliest: '2026-11-24T09:00:00.000Z' as Instant,
    });
});

test('A reservation that has begun may end later or sooner, or go on in another room', () => {
  const [longer, shorter] = [wish('2026-11-24T09:00', '10:30'), wish('2026-11-24T09:00', '09:45')];
  const halfPast = at('2026-11-24T08:30:00.000Z');
  const room = added({ rules: twoHours });
  given(room, booked(nine))
    .when(moveReservation, moving(longer), halfPast)
    .then(moved([nine], [longer]));
  given(room, booked(nine))
    .when(moveReservation, moving(shorter), halfPast)
    .then(moved([nine], [shorter]));
  given(room, added({ roomId: library }), booked(nine))
    .when(moveReservation, moving(nine, { roomId: library }), halfPast)
    .then(moved([nine], [nine, { roomId: library }]));
});

test('What has been used already cannot be moved away', () => {
  const halfPast = at('2026-11-24T08:30:00.000Z');
  const past = { now: halfPast.at };
  const room = [added(), booked(nine)];
  given(...room)
    .when(moveReservation, moving(eleven), halfPast)
    .thenRefused('IN_THE_PAST', past);
  given(...room)
    .when(moveReservation, moving(wish('2026-11-24T09:00', '09:30')), halfPast)
    .thenRefused('IN_THE_PAST', past);
  given(...room)
    .when(moveReservation, moving(eleven), at(nineInUtc))
    .thenRefused('IN_THE_PAST', { now: nineInUtc as Instant });
});

test('A move into a closure of its own room is refused', () => {
  given(added(), booked(nine), closed(eleven))
    .when(moveReservation, moving(eleven))
    .thenRefused('ROOM_CLOSED', {
      roomId: atrium,
      closureId: works,
      closed: {
        start: '2026-11-24T10:00:00.000Z' as Instant,
        end: '2026-11-24T11:00:00.000Z' as Instant,
      },
    });
});
