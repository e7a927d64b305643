import { test } from 'vitest';
import { reservationStream } from '@/domain/reservation/reservation';
import type { Instant, LocalDate, TimeZone } from '@/domain/shared/time';
import { restoring } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import {
  ana,
  atrium,
  ben,
  clara,
  library,
  longAgo,
  mine,
  reservationNumber,
  theirs,
  works,
} from '@/domain/testing/people';
import { booked, cancelled, rejected, restored } from '@/domain/testing/reservation-stories';
import {
  added,
  closed,
  daily,
  hoursChanged,
  reinstated,
  reopened,
  retired,
  rulesChanged,
} from '@/domain/testing/room-stories';
import { wish } from '@/domain/testing/wall';
import { restoreReservation } from './restore-reservation';

const nine = wish('2026-11-24T09:00', '10:00');
const gone = [booked(nine), cancelled(nine)];
const byBen = { id: theirs, owner: ben };

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

test('A cancelled reservation is taken back: the same slot is held again', () => {
  given(added(), ...gone)
    .when(restoreReservation, restoring())
    .then(restored(nine))
    .andAnswered({ reservationId: mine })
    .andNow(reservationStream(mine), { status: 'reserved', memberId: ana.id })
    .andGuarded();
});

test('A slot that went to someone else meanwhile is not taken back', () => {
  given(added(), ...gone, booked(nine, byBen))
    .when(restoreReservation, restoring())
    .thenRefused('SLOT_TAKEN', benHolds('2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z', 3));
});

test('A slot between two others is taken back', () => {
  const [eight, ten] = [wish('2026-11-24T08:00', '09:00'), wish('2026-11-24T10:00', '11:00')];
  const third = { id: reservationNumber(3), owner: ben };
  given(added(), ...gone, booked(eight, byBen), booked(ten, third))
    .when(restoreReservation, restoring())
    .then(restored(nine));
});

test('Of a night that is taken on its second day neither day is held again', () => {
  const overnight = wish('2026-11-24T22:00', '2026-11-25T02:00');
  const early = wish('2026-11-25T01:00', '03:00');
  given(added(), booked(overnight), cancelled(overnight), booked(early, byBen))
    .when(restoreReservation, restoring())
    .thenRefused(
      'SLOT_TAKEN',
      benHolds('2026-11-25T00:00:00.000Z', '2026-11-25T02:00:00.000Z', 3, '2026-11-25'),
    );
});

test('The buffer it was granted holds again, not the one of today', () => {
  const buffer = { buffer: 30 };
  given(added(), booked(nine, buffer), cancelled(nine, buffer), rulesChanged({ bufferMinutes: 90 }))
    .when(restoreReservation, restoring())
    .then(restored(nine, { buffer: 30, roomPosition: 2 }));
});

test('A slot is not taken back when someone is in its buffer', () => {
  const ten = wish('2026-11-24T10:00', '11:00');
  given(added(), booked(nine, { buffer: 30 }), cancelled(nine, { buffer: 30 }), booked(ten, byBen))
    .when(restoreReservation, restoring())
    .thenRefused('SLOT_TAKEN', benHolds('2026-11-24T09:00:00.000Z', '2026-11-24T10:00:00.000Z', 3));
});

test('What the rules and hours of the room have become does not matter', () => {
  const rules = { gridMinutes: 120, shortestMinutes: 120, leadTimeMinutes: 10_000, horizonDays: 1 };
  given(added(), ...gone, rulesChanged(rules), hoursChanged(daily()))
    .when(restoreReservation, restoring())
    .then(restored(nine));
});

test('A reservation in a retired room comes back when the room does', () => {
  given(added(), ...gone, retired())
    .when(restoreReservation, restoring())
    .thenRefused('ROOM_RETIRED', { roomId: atrium, retiredAt: longAgo });
  given(added(), ...gone, retired(), reinstated())
    .when(restoreReservation, restoring())
    .then(restored(nine));
});

test('A reservation inside a closure comes back when the room is reopened', () => {
  const closure = {
    roomId: atrium,
    closureId: works,
    closed: {
      start: '2026-11-24T08:30:00.000Z' as Instant,
      end: '2026-11-24T10:30:00.000Z' as Instant,
    },
  };
  const works0930 = closed(wish('2026-11-24T09:30', '11:30'));
  given(added(), ...gone, works0930)
    .when(restoreReservation, restoring())
    .thenRefused('ROOM_CLOSED', closure);
  given(added(), ...gone, works0930, reopened())
    .when(restoreReservation, restoring())
    .then(restored(nine));
});

test('A reservation that has begun is taken back, one that would have ended is not', () => {
  given(added(), ...gone)
    .when(restoreReservation, restoring(), { at: '2026-11-24T08:30:00.000Z' as Instant })
    .then(restored(nine));
  given(added(), ...gone)
    .when(restoreReservation, restoring(), { at: '2026-11-24T09:00:00.000Z' as Instant })
    .thenRefused('ALREADY_ENDED', { endedAt: '2026-11-24T09:00:00.000Z' as Instant });
});

test('A manager restores for others, another member does not', () => {
  given(added(), ...gone)
    .when(restoreReservation, restoring(), { by: clara })
    .then(restored(nine));
  given(added(), ...gone)
    .when(restoreReservation, restoring(), { by: ben })
    .thenRefused('NOT_YOURS');
});

test('What a closing or retiring cancelled can be restored, and its cause is forgotten', () => {
  const cause = { code: 'ROOM_CLOSED', roomId: atrium } as const;
  given(added(), booked(nine), cancelled(nine, {}, cause))
    .when(restoreReservation, restoring())
    .then(restored(nine))
    .andNow(reservationStream(mine), { cause: undefined, cancelledAt: undefined });
});

test('What was never reserved cannot be restored', () => {
  given(added())
    .when(restoreReservation, restoring())
    .thenRefused('RESERVATION_UNKNOWN', { reservationId: mine });
  given(added(), rejected(nine, { code: 'ROOM_UNKNOWN', roomId: library }))
    .when(restoreReservation, restoring())
    .thenRefused('RESERVATION_REJECTED', { reservationId: mine });
});

test('A day that was opened under other rules of its zone takes nothing back', () => {
  const opened = { ...byBen, timeZone: 'Europe/Moscow' as TimeZone };
  const late = wish('2026-11-24T18:00', '19:00');
  given(added(), booked(late, opened), cancelled(late, opened), ...gone)
    .when(restoreReservation, restoring())
    .thenRefused('ZONE_RULES_CHANGED', { date: '2026-11-24' as LocalDate });
});

test('Sent twice, a restoring is refused and changes nothing', () => {
  given(added(), ...gone)
    .when(restoreReservation, restoring())
    .then(restored(nine))
    .sentAgain()
    .thenRefused('NOT_CANCELLED');
});

test('A restoring keeps on which version of the room it was decided', () => {
  given(added(), ...gone, rulesChanged({}))
    .when(restoreReservation, restoring())
    .then(restored(nine, { roomPosition: 2 }))
    .andGuarded();
});
