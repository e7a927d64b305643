import { expect, test } from 'vitest';
import { reservationDefinition, reservationStream } from '@/domain/reservation/reservation';
import { roomDayDefinition, roomDayStream } from '@/domain/room-day/room-day';
import type { LocalDate } from '@/domain/shared/time';
import { createEventStore } from '../event-store/create-event-store';
import type { AnyStreamDefinition } from '../event-store/state-projection';
import { streamNameOf } from '../event-store/stream-document';
import { databaseName } from '../mongodb/database-name';
import { testClient } from '../testing/test-mongodb';
import { ana, booked, date, roomAdded, wish } from './query.fixture';
import { reservationPage } from './reservation';
import { roomDayPage } from './room-day';

/** The next version knows one event more, and another shape of one it has. */
const nextVersion = (definition: AnyStreamDefinition, changed: string): AnyStreamDefinition => ({
  ...definition,
  evolve: (state: object) => state,
  eventVersions: { ...definition.eventVersions, [changed]: 2, Painted: 1 },
  upcasters: { [changed]: [(data: object) => data] },
  schemaVersion: definition.schemaVersion + 1,
});

test('59: Pages about streams in which newer code wrote show what they know, and call it unproven', async () => {
  const roomId = await roomAdded('Atlas');
  const id = await booked(ana, roomId, wish('09:00', '10:00'), 'Hiring panel');
  const elsewhere = await booked(ana, await roomAdded('Boreal'), wish('09:00', '10:00'));
  const [reservation, day] = [reservationStream(id), roomDayStream(roomId, date as LocalDate)];
  const next = await createEventStore({
    client: await testClient(),
    databaseName: databaseName(),
    definitions: [
      nextVersion(reservationDefinition, 'ReservationMoved'),
      nextVersion(roomDayDefinition, 'SlotHeld'),
    ],
  });
  const painted = { type: 'Painted', data: {} };
  await next.appendToStream(streamNameOf(reservation), [
    { type: 'ReservationMoved', data: { into: 'another room' } },
    painted,
  ]);
  const heldAnew = { type: 'SlotHeld', data: { reservationId: elsewhere } };
  await next.appendToStream(streamNameOf(day), [heldAnew, painted]);
  const page = await reservationPage(id, ana);
  expect(page).toMatchObject({ position: 3, reservation: { status: 'reserved' } });
  expect(page?.foldMatches).toBeUndefined();
  expect(page?.chain).toEqual({ status: 'intact' });
  expect(Object.values(page?.texts ?? {})).toEqual(['Hiring panel']);
  const dayPage = await roomDayPage(roomId, date as LocalDate, ana);
  expect(dayPage).toMatchObject({ position: 3, day: { holds: [{ reservationId: id }] } });
  expect(dayPage?.foldMatches).toBeUndefined();
  expect(Object.keys(dayPage?.reservations ?? {})).toEqual([id]);
});
