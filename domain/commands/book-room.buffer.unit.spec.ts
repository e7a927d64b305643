import { test } from 'vitest';
import { booking } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { ben, longAgo, theirs } from '@/domain/testing/people';
import { booked } from '@/domain/testing/reservation-stories';
import { added, rulesChanged } from '@/domain/testing/room-stories';
import { wish } from '@/domain/testing/wall';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { bookRoom } from './book-room';

const date = '2026-11-24' as LocalDate;
const nine = wish('2026-11-24T09:00', '10:00');
const ten = wish('2026-11-24T10:00', '11:00');
const half = { bufferMinutes: 30 };

const benHolds = (start: string, end: string, day = date, position = 1) => ({
  winner: {
    reservationId: theirs,
    memberId: ben.id,
    date: day,
    position,
    recordedAt: longAgo,
    held: { start: start as Instant, end: end as Instant },
  },
});

test('A hold lasts until the end of the buffer', () => {
  given(added({ rules: half }))
    .when(bookRoom, booking(nine))
    .then(booked(nine, { buffer: 30 }));
});

test('A slot in the buffer of another reservation is taken, one after it is free', () => {
  const before = [added({ rules: half }), booked(nine, { id: theirs, owner: ben, buffer: 30 })];
  const later = wish('2026-11-24T10:30', '11:00');
  given(...before)
    .when(bookRoom, booking(ten))
    .thenRefused('SLOT_TAKEN', benHolds('2026-11-24T08:00:00.000Z', '2026-11-24T09:30:00.000Z'));
  given(...before)
    .when(bookRoom, booking(later))
    .then(booked(later, { buffer: 30 }));
});

test('A slot whose own buffer reaches into another reservation is taken', () => {
  given(added({ rules: half }), booked(ten, { id: theirs, owner: ben, buffer: 30 }))
    .when(bookRoom, booking(nine))
    .thenRefused('SLOT_TAKEN', benHolds('2026-11-24T09:00:00.000Z', '2026-11-24T10:30:00.000Z'));
});

test('A buffer that grows does not lengthen what was booked before', () => {
  given(added(), booked(nine, { id: theirs, owner: ben }), rulesChanged(half))
    .when(bookRoom, booking(ten))
    .then(booked(ten, { buffer: 30 }));
});

test('A buffer that shrinks leaves what was booked before as it was', () => {
  given(
    added({ rules: half }),
    booked(nine, { id: theirs, owner: ben, buffer: 30 }),
    rulesChanged({}),
  )
    .when(bookRoom, booking(ten))
    .thenRefused('SLOT_TAKEN', benHolds('2026-11-24T08:00:00.000Z', '2026-11-24T09:30:00.000Z'));
});

const lateShow = wish('2026-11-24T22:30', '23:45');

test('A buffer that runs over midnight is held on the next day too', () => {
  given(added({ rules: half }))
    .when(bookRoom, booking(lateShow))
    .then(booked(lateShow, { buffer: 30 }));
});

test('A buffer over midnight is in the way of the first slot of the next day', () => {
  given(added({ rules: half }), booked(lateShow, { id: theirs, owner: ben, buffer: 30 }))
    .when(bookRoom, booking(wish('2026-11-25T00:00', '01:00')))
    .thenRefused(
      'SLOT_TAKEN',
      benHolds('2026-11-24T23:00:00.000Z', '2026-11-24T23:15:00.000Z', '2026-11-25' as LocalDate),
    );
});

test('A slot is refused when only its buffer over midnight is in the way', () => {
  const early = wish('2026-11-25T00:00', '01:00');
  given(added({ rules: half }), booked(early, { id: theirs, owner: ben, buffer: 30 }))
    .when(bookRoom, booking(lateShow))
    .thenRefused(
      'SLOT_TAKEN',
      benHolds('2026-11-24T23:00:00.000Z', '2026-11-25T00:30:00.000Z', '2026-11-25' as LocalDate),
    );
});

test('A buffer longer than a day is held on every day it touches', () => {
  given(added({ rules: { bufferMinutes: 2880 } }))
    .when(bookRoom, booking(lateShow))
    .then(booked(lateShow, { buffer: 2880 }));
});
