import { beforeEach, expect, test } from 'vitest';
import type { RoomReserved } from '@/domain/reservation/reservation';
import type { SlotHeld, SlotReleased } from '@/domain/room-day/room-day';
import { ReservationId } from '@/domain/shared/ids';
import type { DomainEvent, StreamRef } from '@/domain/shared/stream';
import { streamNameOf } from '../event-store/stream-document';
import { newReservationId } from '../testing/event-store/rooms';
import { matching } from '../testing/matching';
import { breaksIn, proved } from '../testing/proof/proved';
import { documentOf } from '../testing/proof/tampering';
import { logWritten, writtenStore } from '../testing/proof/written-store';

let written: Awaited<ReturnType<typeof writtenStore>>;
beforeEach(async () => {
  written = await writtenStore();
});

/**
 * Appends events that no decision allowed; with hashes, states and log as they should be, as a bug in
 * a decider would leave them.
 */
const appended = async (...appends: readonly (readonly [StreamRef, DomainEvent])[]) => {
  for (const [ref, event] of appends)
    await written.store.appendToStream(streamNameOf(ref), [event]);
  await logWritten(written.store);
  return breaksIn(written.store);
};

/** The reservation that was restored, 12:00 to 13:00 and 15 minutes after it. */
const bookedAgain = async () => {
  const [event] = (await documentOf(written.store, written.restored)).messages;
  const booked = event as unknown as RoomReserved;
  const reservationId = newReservationId();
  const reserved: RoomReserved = { type: 'RoomReserved', data: { ...booked.data, reservationId } };
  return { reservationId, reserved, ref: { type: 'reservation', id: reservationId } };
};

const held = (data: SlotHeld['data']): SlotHeld => ({ type: 'SlotHeld', data });
const released = (data: SlotReleased['data']): SlotReleased => ({ type: 'SlotReleased', data });

test('Two reservations of one time with all hashes right are an overlap', async () => {
  const { reservationId, reserved, ref } = await bookedAgain();
  const { granted, memberId } = reserved.data;
  const piece = { start: granted.slot.start, end: granted.heldUntil };
  const found = await appended(
    [ref, reserved],
    [written.day, held({ reservationId, memberId, piece })],
  );
  expect(found).toMatchObject([{ kind: 'overlap', stream: streamNameOf(written.day) }]);
  expect(found[0]?.what).toContain(reservationId);
  expect(found[0]?.what).toContain(written.restored.id);
});

test('A hold that was given back although its reservation stands is missed', async () => {
  const { restored, day } = written;
  const reservationId = ReservationId.of(restored.id);
  expect(await appended([day, released({ reservationId })])).toMatchObject([
    {
      kind: 'hold',
      stream: streamNameOf(restored),
      what: matching(/should hold 2026-11-24T11:00.*12:15.*2026-11-24, and does not/),
    },
  ]);
});

test('A reservation that holds nothing is missed on each day of its night', async () => {
  const { night, day, nextDay, store } = written;
  const reservationId = ReservationId.of(night.id);
  await appended([day, released({ reservationId })], [nextDay, released({ reservationId })]);
  const { breaks } = await proved(store);
  expect(breaks).toMatchObject([
    { count: 2, first: { kind: 'hold', stream: streamNameOf(night) } },
  ]);
});
