import { test } from 'vitest';
import { booking } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { ana, atrium, ben, clara, library, mine, sealed, theirs } from '@/domain/testing/people';
import { booked, cancelled, rejected } from '@/domain/testing/reservation-stories';
import { added, rulesChanged } from '@/domain/testing/room-stories';
import { told } from '@/domain/testing/story';
import { after, wish } from '@/domain/testing/wall';
import { roomStream } from '@/domain/room/room';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { bookRoom } from './book-room';

const nine = wish('2026-11-24T09:00', '10:00');
const ten = wish('2026-11-24T10:00', '11:00');
const byBen = { id: theirs, owner: ben };
/** Ben's hold of nine to ten, the first event of that day. */
const benAtNine = {
  reservationId: theirs,
  memberId: ben.id,
  date: '2026-11-24' as LocalDate,
  position: 1,
  recordedAt: '2026-11-03T07:00:00.000Z' as Instant,
  held: {
    start: '2026-11-24T08:00:00.000Z' as Instant,
    end: '2026-11-24T09:00:00.000Z' as Instant,
  },
};
const atSeven = { at: benAtNine.recordedAt };

test('A free slot is reserved for who asks and held on its day', () => {
  given(added())
    .when(bookRoom, booking(nine), { by: ben })
    .then(booked(nine, { owner: ben, title: sealed('Standup') }))
    .andAnswered({ reservationId: mine });
});

test('Title and note are kept as they came, sealed', () => {
  const texts = { title: sealed('Review'), note: sealed('Bring the plans') };
  given(added()).when(bookRoom, booking(nine, texts)).then(booked(nine, texts));
});

test('A manager books for themselves too', () => {
  given(added())
    .when(bookRoom, booking(nine, { title: sealed('Visit', clara) }), { by: clara })
    .then(booked(nine, { owner: clara, title: sealed('Visit', clara) }));
});

test('The version of the room whose rules were applied is kept', () => {
  given(added(), rulesChanged({ gridMinutes: 30, shortestMinutes: 30 }))
    .when(bookRoom, booking(nine))
    .then(booked(nine, { roomPosition: 2 }));
});

test('A taken slot is refused: the day does not grow, the reservation keeps why', () => {
  const refusal = { code: 'SLOT_TAKEN', winner: benAtNine } as const;
  given(added(), told(booked(nine, byBen), atSeven))
    .when(bookRoom, booking(nine))
    .thenRefused('SLOT_TAKEN', { winner: benAtNine })
    .andAppended(rejected(nine, refusal));
});

test.each([
  ['begins before and ends in it', '08:00', '09:15'],
  ['begins in it and ends after', '09:45', '10:45'],
  ['lies inside it', '09:15', '09:45'],
  ['contains it', '08:00', '11:00'],
])('A slot that %s is taken', (_how, from, to) => {
  given(added(), told(booked(nine, byBen), atSeven))
    .when(bookRoom, booking(wish(`2026-11-24T${from}`, to)))
    .thenRefused('SLOT_TAKEN', { winner: benAtNine });
});

test('A slot that the same member holds already is taken too', () => {
  given(added(), told(booked(nine, { id: theirs, owner: ana }), atSeven))
    .when(bookRoom, booking(nine), { by: ana })
    .thenRefused('SLOT_TAKEN', { winner: { ...benAtNine, memberId: ana.id } });
});

test('A slot that ends as another begins is free', () => {
  given(added(), booked(ten, byBen)).when(bookRoom, booking(nine)).then(booked(nine));
});

test('A slot that begins as another ends is free', () => {
  given(added(), booked(nine, byBen)).when(bookRoom, booking(ten)).then(booked(ten));
});

test('The winner is the one that stands first in the way, and says by which event of the day', () => {
  const start = '2026-11-24T09:00:00.000Z' as Instant;
  const winner = { ...benAtNine, position: 2, held: { start, end: after(start, 60) } };
  given(
    added(),
    booked(wish('2026-11-24T12:00', '13:00'), byBen),
    told(booked(ten, byBen), atSeven),
  )
    .when(bookRoom, booking(wish('2026-11-24T10:30', '13:00')))
    .thenRefused('SLOT_TAKEN', { winner });
});

test('A slot taken in one room is free in another', () => {
  given(added(), added({ roomId: library }), booked(nine, byBen))
    .when(bookRoom, booking(nine, { roomId: library }))
    .then(booked(nine, { roomId: library }));
});

test('A slot that was cancelled is free again', () => {
  given(added(), booked(nine, byBen), cancelled(nine, byBen))
    .when(bookRoom, booking(nine))
    .then(booked(nine));
});

test('A booking that opens a day guards the room', () => {
  given(added()).when(bookRoom, booking(nine)).then(booked(nine)).andGuarded(roomStream(atrium));
});

test('A booking on days that are open guards nothing', () => {
  given(added(), booked(ten, byBen)).when(bookRoom, booking(nine)).then(booked(nine)).andGuarded();
});

test('A day whose reservations were all cancelled is open still', () => {
  given(added(), booked(nine, byBen), cancelled(nine, byBen))
    .when(bookRoom, booking(nine))
    .then(booked(nine))
    .andGuarded();
});

test('A booking that opens the second of two days guards the room', () => {
  const overnight = wish('2026-11-24T23:00', '2026-11-25T01:00');
  given(added(), booked(nine, byBen))
    .when(bookRoom, booking(overnight))
    .then(booked(overnight))
    .andGuarded(roomStream(atrium));
});

test('Sent twice, a booking is refused and changes nothing', () => {
  given(added())
    .when(bookRoom, booking(nine))
    .then(booked(nine))
    .sentAgain()
    .thenRefused('ID_IN_USE')
    .andAppended();
});

test('A reservation id that was refused before is not used again', () => {
  const refused = rejected(nine, { code: 'ROOM_UNKNOWN', roomId: library }, { roomId: library });
  given(added(), refused).when(bookRoom, booking(nine)).thenRefused('ID_IN_USE').andAppended();
});

test('A reservation id of someone else is not used again', () => {
  given(added(), booked(nine, { owner: ben }))
    .when(bookRoom, booking(ten), { by: ana })
    .thenRefused('ID_IN_USE')
    .andAppended();
});
