import { test, vi } from 'vitest';
import type { Instant, LocalDateTime } from '@/domain/shared/time';
import { closing, retiring } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { atrium, clara, reservationNumber } from '@/domain/testing/people';
import { booked, cancelled } from '@/domain/testing/reservation-stories';
import { added, closed, retired } from '@/domain/testing/room-stories';
import { wallAfter, wish } from '@/domain/testing/wall';
import { closeRoom } from './close-room';
import { retireRoom } from './retire-room';

const by = { by: clara };
const cancelThem = true;
const first = '2026-11-24T09:00' as LocalDateTime;
const wholeDay = wish('2026-11-24T00:00', '2026-11-25T00:00');

/** An hour on each of so many days. */
const everyDay = (days: number) =>
  Array.from({ length: days }, (_, n) => {
    const start = wallAfter(first, n * 1440);
    return { wished: wish(start, wallAfter(start, 60)), told: { id: reservationNumber(n + 1) } };
  });

const booking = (days: number) => everyDay(days).map(({ wished, told }) => booked(wished, told));

// Hundreds of bookings take a moment where several programs run.
vi.setConfig({ testTimeout: 60_000 });

test('400 days are cleared in one command', () => {
  const why = { code: 'ROOM_RETIRED', roomId: atrium } as const;
  given(added(), ...booking(400))
    .when(retireRoom, retiring({ cancelThem }), by)
    .then(retired(), ...everyDay(400).map(({ wished, told }) => cancelled(wished, told, why)));
});

test('401 days are not cleared in one command', () => {
  given(added(), ...booking(401))
    .when(retireRoom, retiring({ cancelThem }), by)
    .thenRefused('TOO_MANY_DAYS', { days: 401, most: 400 });
});

test('More than 400 days in the way are not listed one by one either', () => {
  given(added(), ...booking(401))
    .when(retireRoom, retiring(), by)
    .thenRefused('TOO_MANY_DAYS', { days: 401, most: 400 });
});

test('Days outside the closed period do not count', () => {
  const why = { code: 'ROOM_CLOSED', roomId: atrium } as const;
  given(added(), ...booking(401))
    .when(closeRoom, closing(wholeDay, { cancelThem }), by)
    .then(closed(wholeDay), cancelled(wish(first, '10:00'), {}, why));
});

test('Days on which nothing is in the way do not count', () => {
  const ended = { ...by, at: '2028-06-01T00:00:00.000Z' as Instant };
  given(added(), ...booking(401))
    .when(retireRoom, retiring(), ended)
    .then(retired());
});

test('All days count on which slots would be released, also outside the closed period', () => {
  const whole = (days: number) => wish(first, wallAfter(first, (days - 1) * 1440));
  const room = added({ rules: { longestMinutes: 1_000_000 } });
  const why = { code: 'ROOM_CLOSED', roomId: atrium } as const;
  given(room, booked(whole(400)))
    .when(closeRoom, closing(wholeDay, { cancelThem }), by)
    .then(closed(wholeDay), cancelled(whole(400), {}, why));
  given(room, booked(whole(401)))
    .when(closeRoom, closing(wholeDay, { cancelThem }), by)
    .thenRefused('TOO_MANY_DAYS', { days: 401, most: 400 });
});
