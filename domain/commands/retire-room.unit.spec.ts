import { test } from 'vitest';
import { roomDaysStored } from '@/domain/room-day/room-day';
import type { Instant, LocalDate, TimeZone } from '@/domain/shared/time';
import { booking, retiring } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { atrium, ben, clara, library, longAgo, mine, now, theirs } from '@/domain/testing/people';
import { booked, cancelled, rejected } from '@/domain/testing/reservation-stories';
import { added, reinstated, retired } from '@/domain/testing/room-stories';
import { wish } from '@/domain/testing/wall';
import { bookRoom } from './book-room';
import { retireRoom } from './retire-room';

const by = { by: clara };
const nine = wish('2026-11-24T09:00', '10:00');
const nextYear = wish('2027-10-24T22:00', '2027-10-25T02:00');
const why = { code: 'ROOM_RETIRED', roomId: atrium } as const;
const days = (from: string) => roomDaysStored(atrium, from as LocalDate, '9999-12-31' as LocalDate);

test('A free room is retired, and takes no booking any more', () => {
  const refusal = { code: 'ROOM_RETIRED', roomId: atrium, retiredAt: now } as const;
  given(added())
    .when(retireRoom, retiring(), by)
    .then(retired())
    .andAnswered({ roomId: atrium, cancelled: [] })
    .when(bookRoom, booking(nine))
    .thenRefused('ROOM_RETIRED', { roomId: atrium, retiredAt: now })
    .andAppended(rejected(nine, refusal));
});

test('A retiring guards all existing days from yesterday on', () => {
  given(added()).when(retireRoom, retiring(), by).then(retired()).andGuarded(days('2026-11-19'));
});

test('Yesterday is that of the room', () => {
  const at = '2026-11-20T12:00:00.000Z' as Instant;
  given(added({ timeZone: 'Pacific/Auckland' as TimeZone }))
    .when(retireRoom, retiring(), { ...by, at })
    .then(retired())
    .andGuarded(days('2026-11-20'));
});

test('Who is in the way is answered, and nothing is changed', () => {
  given(added(), booked(nine), booked(nextYear, { id: theirs, owner: ben }))
    .when(retireRoom, retiring(), by)
    .thenRefused('RESERVATIONS_IN_THE_WAY', {
      reservations: [
        {
          reservationId: mine,
          held: {
            start: '2026-11-24T08:00:00.000Z' as Instant,
            end: '2026-11-24T09:00:00.000Z' as Instant,
          },
        },
        {
          reservationId: theirs,
          held: {
            start: '2027-10-24T20:00:00.000Z' as Instant,
            end: '2027-10-25T00:00:00.000Z' as Instant,
          },
        },
      ],
    });
});

test('With cancelThem all that have not ended are cancelled on all their days', () => {
  given(added(), booked(nine), booked(nextYear, { id: theirs, owner: ben }))
    .when(retireRoom, retiring({ cancelThem: true }), by)
    .then(retired(), cancelled(nine, {}, why), cancelled(nextYear, { id: theirs }, why))
    .andAnswered({ roomId: atrium, cancelled: [mine, theirs] });
});

test('Who has begun is in the way, who has ended is not', () => {
  const overnight = wish('2026-11-23T22:00', '2026-11-24T02:00');
  const before = [added(), booked(overnight)];
  given(...before)
    .when(retireRoom, retiring({ cancelThem: true }), {
      ...by,
      at: '2026-11-24T00:30:00.000Z' as Instant,
    })
    .then(retired(), cancelled(overnight, {}, why));
  given(...before)
    .when(retireRoom, retiring(), { ...by, at: '2026-11-24T01:00:00.000Z' as Instant })
    .then(retired());
});

test('A buffer after what has ended is not in the way', () => {
  given(added(), booked(nine, { buffer: 120 }))
    .when(retireRoom, retiring(), { ...by, at: '2026-11-24T09:30:00.000Z' as Instant })
    .then(retired());
});

test('What was cancelled, or is in another room, is not in the way', () => {
  const there = { id: theirs, owner: ben, roomId: library };
  given(added(), added({ roomId: library }), booked(nine), cancelled(nine), booked(nine, there))
    .when(retireRoom, retiring(), by)
    .then(retired());
});

test('Members do not retire rooms', () => {
  given(added()).when(retireRoom, retiring()).thenRefused('NOT_ALLOWED', { needs: 'manager' });
});

test('A room nobody added is not retired', () => {
  given().when(retireRoom, retiring(), by).thenRefused('ROOM_UNKNOWN', { roomId: atrium });
});

test('A room that was reinstated can be retired again', () => {
  given(added(), retired(), reinstated()).when(retireRoom, retiring(), by).then(retired());
});

test('Sent twice, a retiring is refused and changes nothing', () => {
  given(added(), booked(nine))
    .when(retireRoom, retiring({ cancelThem: true }), by)
    .then(retired(), cancelled(nine, {}, why))
    .sentAgain()
    .thenRefused('ROOM_RETIRED', { roomId: atrium, retiredAt: now });
  given(added(), retired())
    .when(retireRoom, retiring(), by)
    .thenRefused('ROOM_RETIRED', { roomId: atrium, retiredAt: longAgo });
});
