import { describe, expect, test } from 'vitest';
import { reservationDefinition, type ReservationEvent } from '@/domain/reservation/reservation';
import type { MemberId } from '@/domain/shared/ids';
import type { LocalDateTime } from '@/domain/shared/time';
import { tellHistory } from './history';
import { reservationSentence } from './reservation';
import { plainText, type Words } from './sentence';
import {
  ana,
  atlas,
  ben,
  boreal,
  clara,
  designReview,
  granted,
  hudson,
  instant,
  newYork,
  recorded,
  sealed,
  words,
  zurich,
} from './sentence.fixture';

const ten = granted(atlas, '2025-11-20T10:00', '2025-11-20T11:00');

const booked: ReservationEvent = {
  type: 'RoomReserved',
  data: {
    reservationId: designReview,
    memberId: ana,
    granted: ten,
    title: sealed('box-review'),
  },
};

const tell = (events: readonly ReservationEvent[], by: MemberId = ana, known: Words = words) =>
  tellHistory(
    reservationDefinition,
    reservationSentence,
    events.map((event, i) => recorded(event, by, i + 1)),
    known,
    (after) => ('granted' in after ? after.granted.slot.timeZone : zurich),
  );

const lastOf = (...told: Parameters<typeof tell>) => tell(...told).at(-1)?.sentence ?? [];

describe('A booking', () => {
  test('tells who booked which room, when and for what', () => {
    expect(plainText(lastOf([booked]))).toBe(
      'Ana booked Atlas, Thu 20 Nov, 10:00–11:00 for “Design review”',
    );
  });

  test('keeps quiet about a title that the viewer may not read', () => {
    expect(plainText(lastOf([booked], ana, { ...words, texts: {} }))).toBe(
      'Ana booked Atlas, Thu 20 Nov, 10:00–11:00',
    );
  });

  test('of another year than it was made in names the year', () => {
    const january = granted(atlas, '2026-01-08T10:00', '2026-01-08T11:00');
    const event = { ...booked, data: { ...booked.data, granted: january } } as ReservationEvent;
    expect(plainText(lastOf([event]))).toContain('Thu 8 Jan 2026, 10:00–11:00');
  });
});

describe('A move', () => {
  const moveTo = (to: typeof ten): ReservationEvent => ({
    type: 'ReservationMoved',
    data: { from: ten, to },
  });

  test('to another room on the same day names rooms and times, old and new apart', () => {
    const to = granted(boreal, '2025-11-20T10:30', '2025-11-20T11:30');
    expect(lastOf([booked, moveTo(to)])).toEqual([
      { kind: 'actor', text: 'Ana' },
      { kind: 'text', text: ' moved it from ' },
      { kind: 'old', text: 'Atlas 10:00–11:00' },
      { kind: 'text', text: ' to ' },
      { kind: 'new', text: 'Boreal 10:30–11:30' },
    ]);
  });

  test('within the day names the times only', () => {
    const to = granted(atlas, '2025-11-20T14:00', '2025-11-20T15:00');
    expect(plainText(lastOf([booked, moveTo(to)]))).toBe(
      'Ana moved it from 10:00–11:00 to 14:00–15:00',
    );
  });

  test('to another date names the dates', () => {
    const to = granted(atlas, '2025-11-21T10:00', '2025-11-21T11:00');
    expect(plainText(lastOf([booked, moveTo(to)]))).toBe(
      'Ana moved it from Thu 20 Nov, 10:00–11:00 to Fri 21 Nov, 10:00–11:00',
    );
  });

  test('to another zone leaves what was told before it in the zone it was told in', () => {
    const to = granted(hudson, '2025-11-20T10:00', '2025-11-20T11:00', newYork);
    const told = tell([booked, moveTo(to)]);
    expect(told.map(({ timeZone }) => timeZone)).toEqual([zurich, newYork]);
  });

  test('to a room in another zone names the zones', () => {
    const to = granted(hudson, '2025-11-20T10:00', '2025-11-20T11:00', newYork);
    expect(plainText(lastOf([booked, moveTo(to)]))).toBe(
      'Ana moved it from Atlas 10:00–11:00 (Europe/Zurich) to Hudson 10:00–11:00 (America/New_York)',
    );
  });
});

describe('Changed details', () => {
  const changed = (
    data: Extract<ReservationEvent, { type: 'ReservationDetailsChanged' }>['data'],
  ): ReservationEvent => ({ type: 'ReservationDetailsChanged', data });

  test('tell the old and the new title', () => {
    expect(plainText(lastOf([booked, changed({ title: sealed('box-crit') })]))).toBe(
      'Ana renamed it from “Design review” to “Design crit”',
    );
  });

  test('tell only that the title changed to who may not read it', () => {
    const unread = { ...words, texts: {} };
    expect(plainText(lastOf([booked, changed({ title: sealed('box-crit') })], ana, unread))).toBe(
      'Ana changed the title',
    );
  });

  test('tell a note as added, changed or removed by what was there before', () => {
    const told = tell([
      booked,
      changed({ note: sealed('box-review') }),
      changed({ note: sealed('box-crit') }),
      changed({ note: null }),
    ]).map(({ sentence }) => plainText(sentence));
    expect(told.slice(1)).toEqual([
      'Ana added the note “Design review”',
      'Ana changed the note to “Design crit”',
      'Ana removed the note',
    ]);
  });

  test('of title and note make one sentence', () => {
    const both = changed({ title: sealed('box-crit'), note: sealed('box-secret') });
    expect(plainText(lastOf([booked, both]))).toBe(
      'Ana renamed it from “Design review” to “Design crit” and added a note',
    );
  });
});

describe('An end and a return', () => {
  const cancelled: ReservationEvent = {
    type: 'ReservationCancelled',
    data: { reservationId: designReview },
  };

  test('A cancelled reservation tells who cancelled it', () => {
    expect(plainText(lastOf([booked, cancelled]))).toBe('Ana cancelled it');
  });

  test('One cancelled with its room tells what happened to the room', () => {
    const cause = { code: 'ROOM_CLOSED', roomId: atlas } as const;
    const event: ReservationEvent = { ...cancelled, data: { ...cancelled.data, cause } };
    expect(plainText(lastOf([booked, event], clara))).toBe(
      'Clara cancelled it, because Atlas was closed',
    );
  });

  test('A restored one tells what it holds again', () => {
    const restored: ReservationEvent = { type: 'ReservationRestored', data: { granted: ten } };
    expect(plainText(lastOf([booked, cancelled, restored]))).toBe(
      'Ana restored it: Atlas, Thu 20 Nov, 10:00–11:00',
    );
  });
});

describe('A refused booking', () => {
  const refused: ReservationEvent = {
    type: 'ReservationRejected',
    data: {
      reservationId: designReview,
      memberId: ana,
      roomId: atlas,
      wished: {
        startsAt: '2025-11-20T10:00' as LocalDateTime,
        endsAt: '2025-11-20T11:00' as LocalDateTime,
      },
      refusal: {
        code: 'SLOT_TAKEN',
        winner: {
          reservationId: designReview,
          memberId: ben,
          date: ten.slot.startsAt.slice(0, 10) as never,
          position: 3,
          recordedAt: instant('2025-11-12T15:20:43.724Z'),
          held: { start: ten.slot.start, end: ten.slot.end },
        },
      },
    },
  };

  test('is told to its own member as theirs, with who was first', () => {
    expect(plainText(lastOf([refused], ana, { ...words, viewer: ana }))).toBe(
      'Your booking of Atlas, Thu 20 Nov, 10:00–11:00 was refused: Ben had it first',
    );
  });

  test('is told to others with the name', () => {
    expect(plainText(lastOf([refused], ana, { ...words, viewer: clara }))).toBe(
      'Ana’s booking of Atlas, Thu 20 Nov, 10:00–11:00 was refused: Ben had it first',
    );
  });
});
