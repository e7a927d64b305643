import { describe, expect, test } from 'vitest';
import { roomDayDefinition, type RoomDayEvent } from '@/domain/room-day/room-day';
import { tellHistory } from './history';
import { roomDaySentence, type DayWords } from './room-day';
import { plainText } from './sentence';
import {
  ana,
  atlas,
  ben,
  boreal,
  clara,
  designReview,
  granted,
  instant,
  recorded,
  sealed,
  words,
  zurich,
} from './sentence.fixture';

const dayWords: DayWords = { ...words, timeZone: zurich, reservations: {}, releases: {} };
const piece = {
  start: instant('2025-11-20T09:00:00.000Z'),
  end: instant('2025-11-20T10:15:00.000Z'),
};
const held: RoomDayEvent = {
  type: 'SlotHeld',
  data: { reservationId: designReview, memberId: ana, piece },
};
const released: RoomDayEvent = { type: 'SlotReleased', data: { reservationId: designReview } };

const lastOf = (events: readonly RoomDayEvent[], by = ana, known = dayWords) =>
  tellHistory(
    roomDayDefinition,
    roomDaySentence,
    events.map((event, i) => recorded(event, by, i + 1)),
    known,
    () => zurich,
  ).at(-1)?.sentence ?? [];

describe('A slot taken', () => {
  test('is told in the wall time of the room, and leads to the reservation', () => {
    const sentence = lastOf([held]);
    expect(plainText(sentence)).toBe('Ana took 10:00–11:15');
    expect(sentence.find(({ kind }) => kind === 'new')?.href).toBe(`/reservations/${designReview}`);
  });

  test('tells its buffer apart while the reservation stands so', () => {
    const slot = {
      ...granted(atlas, '2025-11-20T10:00', '2025-11-20T11:00'),
      heldUntil: piece.end,
    };
    const known = {
      ...dayWords,
      reservations: { [designReview]: { granted: slot, title: sealed('box-review') } },
    };
    expect(plainText(lastOf([held], ana, known))).toBe(
      'Ana took 10:00–11:00 and the 15 min after it for “Design review”',
    );
  });

  test('up to midnight ends at 24:00', () => {
    const night = {
      start: instant('2025-11-20T21:00:00.000Z'),
      end: instant('2025-11-20T23:00:00.000Z'),
    };
    const event: RoomDayEvent = { ...held, data: { ...held.data, piece: night } };
    expect(plainText(lastOf([event]))).toBe('Ana took 22:00–24:00');
  });

  test('by a manager names whose it is', () => {
    expect(plainText(lastOf([held], clara))).toBe('Clara took 10:00–11:15 for Ana');
  });
});

describe('A slot given back', () => {
  test('tells which, though the event names the reservation only', () => {
    expect(plainText(lastOf([held, released]))).toBe('Ana gave back 10:00–11:15');
  });

  test('by someone else names whose it was', () => {
    expect(plainText(lastOf([held, released], ben))).toBe(
      'Ben gave back 10:00–11:15, which Ana had',
    );
  });

  const releasedWith = (release: DayWords['releases'][string], by = ana) =>
    plainText(lastOf([held, released], by, { ...dayWords, releases: { m2: release } }));

  test('says that the reservation was moved, and where to', () => {
    const from = granted(atlas, '2025-11-20T10:00', '2025-11-20T11:15');
    const later = granted(atlas, '2025-11-20T12:00', '2025-11-20T13:15');
    const there = granted(boreal, '2025-11-21T12:00', '2025-11-21T13:15');
    expect(releasedWith({ type: 'ReservationMoved', data: { from, to: later } })).toBe(
      'Ana gave back 10:00–11:15, because it was moved to 12:00–13:15',
    );
    expect(releasedWith({ type: 'ReservationMoved', data: { from, to: there } })).toBe(
      'Ana gave back 10:00–11:15, because it was moved to Boreal, Fri 21 Nov, 12:00–13:15',
    );
  });

  test('says that the reservation was cancelled, and because of which room', () => {
    const data = { reservationId: designReview };
    const type = 'ReservationCancelled';
    expect(releasedWith({ type, data })).toBe(
      'Ana gave back 10:00–11:15, because it was cancelled',
    );
    const because = (code: 'ROOM_CLOSED' | 'ROOM_RETIRED') =>
      releasedWith({ type, data: { ...data, cause: { code, roomId: atlas } } }, clara);
    expect(because('ROOM_CLOSED')).toBe(
      'Clara gave back 10:00–11:15, which Ana had, because Atlas was closed',
    );
    expect(because('ROOM_RETIRED')).toBe(
      'Clara gave back 10:00–11:15, which Ana had, because Atlas was retired',
    );
  });
});
