import { test } from 'vitest';
import { reservationStream } from '@/domain/reservation/reservation';
import type { Instant } from '@/domain/shared/time';
import { rewording } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { ben, clara, library, longAgo, mine, sealed } from '@/domain/testing/people';
import { booked, cancelled, rejected, reworded } from '@/domain/testing/reservation-stories';
import { added, retired } from '@/domain/testing/room-stories';
import { wish } from '@/domain/testing/wall';
import { changeReservationDetails } from './change-reservation-details';

const nine = wish('2026-11-24T09:00', '10:00');
const title = sealed('Review');
const note = sealed('Bring the plans');
const reservation = reservationStream(mine);

test.each([
  ['title', { title }],
  ['note', { note }],
  ['title and note', { title, note }],
])('A reservation gets another %s, and keeps its slot', (_what, changed) => {
  given(added(), booked(nine))
    .when(changeReservationDetails, rewording(changed))
    .then(reworded(changed))
    .andAnswered({ reservationId: mine })
    .andNow(reservation, { title: sealed('Standup'), status: 'reserved', ...changed });
});

test('A note is removed by null', () => {
  given(added(), booked(nine, { note }))
    .when(changeReservationDetails, rewording({ note: null }))
    .then(reworded({ note: null }))
    .andNow(reservation, { note: undefined, title: sealed('Standup') });
});

test.each([
  ['nothing', {}],
  ['the very same title', { title: sealed('Standup') }],
  ['the removal of a note that is not there', { note: null }],
])('Of %s nothing comes', (_what, changed) => {
  given(added(), booked(nine))
    .when(changeReservationDetails, rewording(changed))
    .thenRefused('NOTHING_CHANGED');
});

test('Only what differs is kept as changed', () => {
  given(added(), booked(nine, { note }))
    .when(changeReservationDetails, rewording({ title, note }))
    .then(reworded({ title }));
});

test('A manager changes details for others, another member does not', () => {
  given(added(), booked(nine))
    .when(changeReservationDetails, rewording({ title }), { by: clara })
    .then(reworded({ title }));
  given(added(), booked(nine))
    .when(changeReservationDetails, rewording({ title }), { by: ben })
    .thenRefused('NOT_YOURS');
});

test('The state of the room does not matter', () => {
  given(added(), booked(nine), retired())
    .when(changeReservationDetails, rewording({ title }))
    .then(reworded({ title }));
});

test('What never was, was refused, is cancelled or has ended is not changed', () => {
  const ended = '2026-11-24T09:00:00.000Z' as Instant;
  given(added())
    .when(changeReservationDetails, rewording({ title }))
    .thenRefused('RESERVATION_UNKNOWN', { reservationId: mine });
  given(added(), rejected(nine, { code: 'ROOM_UNKNOWN', roomId: library }))
    .when(changeReservationDetails, rewording({ title }))
    .thenRefused('RESERVATION_REJECTED', { reservationId: mine });
  given(added(), booked(nine), cancelled(nine))
    .when(changeReservationDetails, rewording({ title }))
    .thenRefused('ALREADY_CANCELLED', { cancelledAt: longAgo });
  given(added(), booked(nine))
    .when(changeReservationDetails, rewording({ title }), { at: ended })
    .thenRefused('ALREADY_ENDED', { endedAt: ended });
});

test('Sent twice, a change of details is refused and changes nothing', () => {
  given(added(), booked(nine))
    .when(changeReservationDetails, rewording({ title, note }))
    .then(reworded({ title, note }))
    .sentAgain()
    .thenRefused('NOTHING_CHANGED');
});
