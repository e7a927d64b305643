import { test } from 'vitest';
import { roomDaysStored } from '@/domain/room-day/room-day';
import type { Instant, LocalDate, LocalDateTime } from '@/domain/shared/time';
import { closing } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import {
  ana,
  atrium,
  ben,
  clara,
  closureNumber,
  library,
  longAgo,
  mine,
  theirs,
} from '@/domain/testing/people';
import { booked, cancelled, moved } from '@/domain/testing/reservation-stories';
import { added, closed, reopened, retired } from '@/domain/testing/room-stories';
import { wish, zurich } from '@/domain/testing/wall';
import { closeRoom } from './close-room';

const by = { by: clara };
const morning = wish('2026-11-24T08:00', '12:00');
const nine = wish('2026-11-24T09:00', '10:00');
const inUtc = (start: string, end: string) => ({ start: start as Instant, end: end as Instant });
const nineInUtc = inUtc('2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z');
const why = { code: 'ROOM_CLOSED', roomId: atrium } as const;

test('A free room is closed for a period, with its reason', () => {
  given(added())
    .when(closeRoom, closing(morning), by)
    .then(closed(morning))
    .andAnswered({ roomId: atrium, cancelled: [] });
});

test('A closing guards the existing days of the period and one on each side', () => {
  given(added())
    .when(closeRoom, closing(wish('2026-11-24T08:00', '2026-11-26T12:00')), by)
    .then(closed(wish('2026-11-24T08:00', '2026-11-26T12:00')))
    .andGuarded(roomDaysStored(atrium, '2026-11-23' as LocalDate, '2026-11-27' as LocalDate));
});

test('Who is in the way is answered with the own time, and nothing is changed', () => {
  given(added({ rules: { bufferMinutes: 30 } }), booked(nine, { buffer: 30 }))
    .when(closeRoom, closing(morning), by)
    .thenRefused('RESERVATIONS_IN_THE_WAY', {
      reservations: [{ reservationId: mine, held: nineInUtc }],
    });
});

test('With cancelThem who is in the way is cancelled, and the cause is kept', () => {
  given(
    added(),
    booked(nine),
    booked(wish('2026-11-24T11:00', '13:00'), { id: theirs, owner: ben }),
  )
    .when(closeRoom, closing(morning, { cancelThem: true }), by)
    .then(
      closed(morning),
      cancelled(nine, {}, why),
      cancelled(wish('2026-11-24T11:00', '13:00'), { id: theirs }, why),
    )
    .andAnswered({ roomId: atrium, cancelled: [mine, theirs] })
    .andNow({ type: 'reservation', id: mine }, { cancelledBy: clara.id, memberId: ana.id });
});

test('Who came after the list was seen is answered, not cancelled', () => {
  given(
    added(),
    booked(nine),
    booked(wish('2026-11-24T11:00', '12:00'), { id: theirs, owner: ben }),
  )
    .when(closeRoom, closing(morning, { cancelThem: [mine] }), by)
    .thenRefused('RESERVATIONS_IN_THE_WAY', {
      reservations: [
        { reservationId: mine, held: nineInUtc },
        {
          reservationId: theirs,
          held: inUtc('2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z'),
        },
      ],
    });
});

test('A reservation that ends as the closure begins, or begins as it ends, is not in the way', () => {
  const [early, late] = [wish('2026-11-24T07:00', '08:00'), wish('2026-11-24T12:00', '13:00')];
  given(added(), booked(early), booked(late, { id: theirs, owner: ben }))
    .when(closeRoom, closing(morning, { cancelThem: true }), by)
    .then(closed(morning))
    .andAnswered({ roomId: atrium, cancelled: [] });
});

test('A buffer alone is not in the way', () => {
  given(added(), booked(wish('2026-11-24T07:00', '08:00'), { buffer: 60 }))
    .when(closeRoom, closing(morning), by)
    .then(closed(morning));
});

test('A reservation that began the day before is in the way, and is cancelled on both days', () => {
  const overnight = wish('2026-11-23T22:00', '2026-11-24T09:00');
  given(added({ rules: { longestMinutes: 1440 } }), booked(overnight))
    .when(closeRoom, closing(morning), by)
    .thenRefused('RESERVATIONS_IN_THE_WAY', {
      reservations: [
        {
          reservationId: mine,
          held: inUtc('2026-11-23T21:00:00.000Z', '2026-11-24T08:00:00.000Z'),
        },
      ],
    });
  given(added({ rules: { longestMinutes: 1440 } }), booked(overnight))
    .when(closeRoom, closing(morning, { cancelThem: true }), by)
    .then(closed(morning), cancelled(overnight, {}, why));
});

test('A reservation that lasts for days is cancelled on all of them, though one is closed', () => {
  const week = wish('2026-11-22T12:00', '2026-11-27T12:00');
  given(added({ rules: { longestMinutes: 10_080 } }), booked(week))
    .when(closeRoom, closing(morning, { cancelThem: true }), by)
    .then(closed(morning), cancelled(week, {}, why));
});

test('Where a reservation was, or would be, nothing is in the way', () => {
  const friday = wish('2026-11-27T09:00', '10:00');
  given(
    added(),
    booked(nine),
    moved([nine], [friday]),
    booked(nine, { id: theirs, owner: ben }),
    cancelled(nine, { id: theirs }),
  )
    .when(closeRoom, closing(morning), by)
    .then(closed(morning));
});

test('Reservations of another room are not in the way', () => {
  given(added(), added({ roomId: library }), booked(nine, { roomId: library }))
    .when(closeRoom, closing(morning), by)
    .then(closed(morning));
});

test('A period that has begun is closed; who has left by then is not in the way', () => {
  const at = '2026-11-24T09:00:00.000Z' as Instant;
  given(added(), booked(nine))
    .when(closeRoom, closing(morning), { ...by, at })
    .then(closed(morning));
});

test('Nor is one who has left while the buffer still runs', () => {
  const at = '2026-11-24T09:30:00.000Z' as Instant;
  given(added(), booked(nine, { buffer: 60 }))
    .when(closeRoom, closing(morning), { ...by, at })
    .then(closed(morning));
});

test('Who is in the room as it is closed is in the way', () => {
  const at = '2026-11-24T08:59:00.000Z' as Instant;
  given(added(), booked(nine))
    .when(closeRoom, closing(morning), { ...by, at })
    .thenRefused('RESERVATIONS_IN_THE_WAY', {
      reservations: [{ reservationId: mine, held: nineInUtc }],
    });
});

test('A period that is over cannot be closed any more', () => {
  const at = '2026-11-24T11:00:00.000Z' as Instant;
  given(added())
    .when(closeRoom, closing(morning), { ...by, at })
    .thenRefused('IN_THE_PAST', { now: at });
});

test.each([
  ['08:00', '08:00'],
  ['12:00', '08:00'],
])('A period from %s to %s is empty', (from, to) => {
  given(added())
    .when(closeRoom, closing(wish(`2026-11-24T${from}`, to)), by)
    .thenRefused('PERIOD_EMPTY');
});

test('A period begins and ends at times that exist once, or says which is meant', () => {
  const at = '2026-01-05T08:00:00.000Z' as Instant;
  const meant = wish('2026-10-25T02:30', '12:00', { start: 'later' });
  given(added())
    .when(closeRoom, closing(wish('2026-03-29T02:30', '12:00')), { ...by, at })
    .thenRefused('TIME_DOES_NOT_EXIST', {
      time: '2026-03-29T02:30' as LocalDateTime,
      timeZone: zurich,
    });
  given(added())
    .when(closeRoom, closing(wish('2026-10-25T02:30', '12:00')), { ...by, at })
    .thenRefused('TIME_HAPPENS_TWICE', {
      time: '2026-10-25T02:30' as LocalDateTime,
      timeZone: zurich,
      offsets: ['+02:00', '+01:00'],
    });
  given(added())
    .when(closeRoom, closing(meant), { ...by, at })
    .then(closed(meant));
});

test('Closures may overlap', () => {
  const second = closing(nine, { closureId: closureNumber(2) });
  given(added(), closed(morning))
    .when(closeRoom, second, by)
    .then(closed(nine, { closureId: closureNumber(2) }));
});

test('Members do not close rooms', () => {
  given(added()).when(closeRoom, closing(morning)).thenRefused('NOT_ALLOWED', { needs: 'manager' });
});

test('A room that is not in service is not closed', () => {
  given().when(closeRoom, closing(morning), by).thenRefused('ROOM_UNKNOWN', { roomId: atrium });
  given(added(), retired())
    .when(closeRoom, closing(morning), by)
    .thenRefused('ROOM_RETIRED', { roomId: atrium, retiredAt: longAgo });
});

test('Sent twice, a closing is refused and changes nothing', () => {
  given(added(), booked(nine))
    .when(closeRoom, closing(morning, { cancelThem: true }), by)
    .then(closed(morning), cancelled(nine, {}, why))
    .sentAgain()
    .thenRefused('ID_IN_USE');
});

test('A room that was reopened can be closed again', () => {
  given(added(), closed(morning), reopened())
    .when(closeRoom, closing(morning), by)
    .then(closed(morning));
});
