import { test } from 'vitest';
import { reservationStream } from '@/domain/reservation/reservation';
import { roomDayStream } from '@/domain/room-day/room-day';
import { roomStream } from '@/domain/room/room';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { booking, moving } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { ana, atrium, ben, clara, library, longAgo, mine, theirs } from '@/domain/testing/people';
import { booked, moved } from '@/domain/testing/reservation-stories';
import { added, rulesChanged } from '@/domain/testing/room-stories';
import { newYork, wish } from '@/domain/testing/wall';
import { bookRoom } from './book-room';
import { moveReservation } from './move-reservation';

const nine = wish('2026-11-24T09:00', '10:00');
const eleven = wish('2026-11-24T11:00', '12:00');
const friday = wish('2026-11-27T09:00', '10:00');
const overnight = wish('2026-11-24T22:00', '2026-11-25T02:00');
const byBen = { id: theirs, owner: ben };
const both = [added(), added({ roomId: library })];
const tuesday = roomDayStream(atrium, '2026-11-24' as LocalDate);

const benHolds = (start: string, end: string, position: number, date = '2026-11-24') => ({
  winner: {
    reservationId: theirs,
    memberId: ben.id,
    date: date as LocalDate,
    position,
    recordedAt: longAgo,
    held: { start: start as Instant, end: end as Instant },
  },
});

test('A reservation moves within its day, and its id stays', () => {
  given(added(), booked(nine))
    .when(moveReservation, moving(eleven))
    .then(moved([nine], [eleven]))
    .andAnswered({ reservationId: mine })
    .andGuarded();
});

test('A reservation moves to another day, which it opens and guards the room for', () => {
  given(added(), booked(nine))
    .when(moveReservation, moving(friday))
    .then(moved([nine], [friday]))
    .andNow(tuesday, { holds: [] })
    .andGuarded(roomStream(atrium));
});

test('A reservation moves to another day that is open without a guard', () => {
  given(added(), booked(nine), booked(wish('2026-11-27T15:00', '16:00'), byBen))
    .when(moveReservation, moving(friday))
    .then(moved([nine], [friday]))
    .andGuarded();
});

test('A reservation moves to another room at the same time, and guards the room it moves to', () => {
  given(...both, booked(nine))
    .when(moveReservation, moving(nine, { roomId: library }))
    .then(moved([nine], [nine, { roomId: library }]))
    .andGuarded(roomStream(library));
});

test('A reservation moves to another room, day and length at once', () => {
  given(...both, booked(nine))
    .when(moveReservation, moving(overnight, { roomId: library }))
    .then(moved([nine], [overnight, { roomId: library }]));
});

test('A reservation moves to a room in another zone, by the wall of that room', () => {
  const away = { roomId: library, timeZone: newYork };
  given(added(), added(away), booked(nine))
    .when(moveReservation, moving(nine, { roomId: library }))
    .then(moved([nine], [nine, away]));
});

test('A slot that is left is free at once, one that is moved to is taken', () => {
  given(added(), booked(nine))
    .when(moveReservation, moving(friday))
    .then(moved([nine], [friday]))
    .when(bookRoom, booking(nine, { reservationId: theirs }))
    .then(booked(nine, { id: theirs }));
});

test('A moved reservation keeps its old slot until the new one is granted', () => {
  given(added(), booked(nine), booked(friday, byBen))
    .when(moveReservation, moving(friday))
    .thenRefused(
      'SLOT_TAKEN',
      benHolds('2026-11-27T08:00:00.000Z', '2026-11-27T09:00:00.000Z', 1, '2026-11-27'),
    );
});

test('A move over midnight is refused when its second day is taken', () => {
  const early = wish('2026-11-25T01:00', '03:00');
  given(added(), booked(nine), booked(early, byBen))
    .when(moveReservation, moving(overnight))
    .thenRefused(
      'SLOT_TAKEN',
      benHolds('2026-11-25T00:00:00.000Z', '2026-11-25T02:00:00.000Z', 1, '2026-11-25'),
    );
});

test.each([
  ['a quarter of an hour later', '2026-11-24T09:15', '10:15'],
  ['longer', '2026-11-24T09:00', '10:30'],
  ['shorter', '2026-11-24T09:00', '09:30'],
])('Its own old slot is not in the way of one %s', (_how, from, to) => {
  const next = wish(from, to);
  given(added(), booked(nine))
    .when(moveReservation, moving(next))
    .then(moved([nine], [next]));
});

test('Its own buffer is not in the way, the next reservation is', () => {
  const buffer = { buffer: 30 };
  const room = added({ rules: { bufferMinutes: 30 } });
  const [ten, half] = [wish('2026-11-24T10:00', '11:00'), wish('2026-11-24T10:15', '11:00')];
  given(room, booked(nine, buffer))
    .when(moveReservation, moving(ten))
    .then(moved([nine, buffer], [ten, buffer]));
  given(room, booked(nine, buffer), booked(eleven, { ...byBen, ...buffer }))
    .when(moveReservation, moving(half))
    .thenRefused('SLOT_TAKEN', benHolds('2026-11-24T10:00:00.000Z', '2026-11-24T11:30:00.000Z', 2));
});

test('A night that is moved by an hour holds both days anew', () => {
  const later = wish('2026-11-24T23:00', '2026-11-25T03:00');
  given(added(), booked(overnight))
    .when(moveReservation, moving(later))
    .then(moved([overnight], [later]))
    .andGuarded();
});

test('A night that is moved before midnight lets go of the second day', () => {
  given(added(), booked(overnight))
    .when(moveReservation, moving(eleven))
    .then(moved([overnight], [eleven]))
    .andNow(roomDayStream(atrium, '2026-11-25' as LocalDate), { holds: [] });
});

test('A move is granted the buffer of today, and lets go of the one it had', () => {
  const late = wish('2026-11-24T22:30', '23:45');
  const had = { buffer: 30, roomPosition: 1 };
  given(added({ rules: { bufferMinutes: 30 } }), booked(late, { buffer: 30 }), rulesChanged({}))
    .when(moveReservation, moving(eleven))
    .then(moved([late, had], [eleven, { roomPosition: 2 }]));
});

test('A manager moves for others, and it stays theirs', () => {
  given(added(), booked(nine))
    .when(moveReservation, moving(eleven), { by: clara })
    .then(moved([nine], [eleven]))
    .andNow(reservationStream(mine), { memberId: ana.id });
});

test('Sent twice, a move is refused and changes nothing', () => {
  given(added(), booked(nine))
    .when(moveReservation, moving(friday))
    .then(moved([nine], [friday]))
    .sentAgain()
    .thenRefused('NOTHING_CHANGED');
});
