import { test } from 'vitest';
import { roomDayStream } from '@/domain/room-day/room-day';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { booking, cancelling } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import {
  ana,
  atrium,
  ben,
  clara,
  library,
  mine,
  now,
  reservationNumber,
  theirs,
} from '@/domain/testing/people';
import { booked, cancelled, moved, rejected } from '@/domain/testing/reservation-stories';
import { added, closed, retired, rulesChanged } from '@/domain/testing/room-stories';
import { wish } from '@/domain/testing/wall';
import { bookRoom } from './book-room';
import { cancelReservation } from './cancel-reservation';

const nine = wish('2026-11-24T09:00', '10:00');
const overnight = wish('2026-11-24T22:00', '2026-11-25T02:00');

test('A cancelled reservation lets go of its slot and says when and by whom', () => {
  given(added(), booked(nine))
    .when(cancelReservation, cancelling())
    .then(cancelled(nine))
    .andAnswered({ reservationId: mine })
    .andGuarded()
    .andNow({ type: 'reservation', id: mine }, { cancelledAt: now, cancelledBy: ana.id })
    .andNow(roomDayStream(atrium, '2026-11-24' as LocalDate), { holds: [] });
});

test('The slot of a cancelled reservation is free at once', () => {
  given(added(), booked(nine))
    .when(cancelReservation, cancelling())
    .then(cancelled(nine))
    .when(bookRoom, booking(nine, { reservationId: theirs }))
    .then(booked(nine, { id: theirs }));
});

test('A reservation over midnight lets go of both days', () => {
  given(added(), booked(overnight))
    .when(cancelReservation, cancelling())
    .then(cancelled(overnight));
});

test('A reservation lets go of the day that only its buffer touches', () => {
  const late = wish('2026-11-24T22:30', '23:45');
  given(added(), booked(late, { buffer: 30 }), rulesChanged({}))
    .when(cancelReservation, cancelling())
    .then(cancelled(late, { buffer: 30 }));
});

test('What others hold on its days stays', () => {
  const ten = wish('2026-11-24T10:00', '11:00');
  given(added(), booked(nine), booked(ten, { id: theirs, owner: ben }))
    .when(cancelReservation, cancelling())
    .then(cancelled(nine))
    .when(bookRoom, booking(ten, { reservationId: reservationNumber(3) }))
    .thenRefused('SLOT_TAKEN', {
      winner: {
        reservationId: theirs,
        memberId: ben.id,
        date: '2026-11-24' as LocalDate,
        position: 2,
        recordedAt: '2026-11-02T12:00:00.000Z' as Instant,
        held: {
          start: '2026-11-24T09:00:00.000Z' as Instant,
          end: '2026-11-24T10:00:00.000Z' as Instant,
        },
      },
    });
});

test('Another reservation of the same member on that day stays', () => {
  const ten = wish('2026-11-24T10:00', '11:00');
  given(added(), booked(nine), booked(ten, { id: theirs }))
    .when(cancelReservation, cancelling())
    .then(cancelled(nine))
    .when(cancelReservation, cancelling(theirs))
    .then(cancelled(ten, { id: theirs }))
    .andNow(roomDayStream(atrium, '2026-11-24' as LocalDate), { holds: [] });
});

test('A reservation that was moved lets go of where it is, not of where it was', () => {
  const friday = wish('2026-11-27T09:00', '10:00');
  given(added(), booked(nine), moved([nine], [friday]))
    .when(cancelReservation, cancelling())
    .then(cancelled(friday));
});

test('A reservation that has begun is cancelled, one that has ended is not', () => {
  given(added(), booked(nine))
    .when(cancelReservation, cancelling(), { at: '2026-11-24T08:59:59.999Z' as Instant })
    .then(cancelled(nine));
  given(added(), booked(nine))
    .when(cancelReservation, cancelling(), { at: '2026-11-24T09:00:00.000Z' as Instant })
    .thenRefused('ALREADY_ENDED', { endedAt: '2026-11-24T09:00:00.000Z' as Instant });
});

test('A reservation is cancelled in a room that is retired or closed by now', () => {
  given(added(), booked(nine), retired())
    .when(cancelReservation, cancelling())
    .then(cancelled(nine));
  given(added(), booked(nine), closed(nine))
    .when(cancelReservation, cancelling())
    .then(cancelled(nine));
});

test('A manager cancels for others, another member does not', () => {
  given(added(), booked(nine))
    .when(cancelReservation, cancelling(), { by: clara })
    .then(cancelled(nine))
    .andNow({ type: 'reservation', id: mine }, { cancelledBy: clara.id, memberId: ana.id });
  given(added(), booked(nine))
    .when(cancelReservation, cancelling(), { by: ben })
    .thenRefused('NOT_YOURS');
});

test('A reservation that was never made cannot be cancelled', () => {
  given(added())
    .when(cancelReservation, cancelling())
    .thenRefused('RESERVATION_UNKNOWN', { reservationId: mine });
});

test('A refused booking cannot be cancelled', () => {
  given(added(), rejected(nine, { code: 'ROOM_UNKNOWN', roomId: library }))
    .when(cancelReservation, cancelling())
    .thenRefused('RESERVATION_REJECTED', { reservationId: mine });
});

test('Sent twice, a cancelling is refused and changes nothing', () => {
  given(added(), booked(nine))
    .when(cancelReservation, cancelling())
    .then(cancelled(nine))
    .sentAgain({ at: '2026-11-20T09:00:00.000Z' as Instant })
    .thenRefused('ALREADY_CANCELLED', { cancelledAt: now });
});
