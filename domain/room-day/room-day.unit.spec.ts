import { describe, expect, test } from 'vitest';
import type { Recorded } from '@/domain/shared/stream';
import type { Instant, LocalDate, Period } from '@/domain/shared/time';
import { ana, atrium, ben, longAgo, mine, theirs } from '@/domain/testing/people';
import {
  dateOfDay,
  holdsOf,
  roomDayDefinition,
  roomDaysStored,
  roomDayStream,
  type RoomDay,
  type RoomDayEvent,
} from './room-day';

const at = (time: string) => `2026-11-24T${time}:00.000Z` as Instant;
const piece = (start: string, end: string): Period => ({ start: at(start), end: at(end) });
const day: Period = { start: '2026-11-23T23:00:00.000Z' as Instant, end: at('23:00') };

const held = (
  time: Period,
  { id = mine, owner = ana, opens }: { id?: typeof mine; owner?: typeof ana; opens?: Period } = {},
): RoomDayEvent => ({
  type: 'SlotHeld',
  data: { reservationId: id, memberId: owner.id, piece: time, ...(opens && { opens }) },
});
const released = (reservationId = mine): RoomDayEvent => ({
  type: 'SlotReleased',
  data: { reservationId },
});

/** The day after these events. */
const dayAfter = (...events: readonly RoomDayEvent[]): RoomDay =>
  events.reduce(
    (state, event, i) =>
      roomDayDefinition.evolve(state, {
        ...event,
        metadata: { streamPosition: i + 1, recordedAt: longAgo },
      } as Recorded<RoomDayEvent>),
    roomDayDefinition.initialState(),
  );

describe('What a day’s history folds to', () => {
  test('Nobody has held a day without events', () => {
    expect(dayAfter()).toEqual({ status: 'unopened' });
    expect(holdsOf(dayAfter())).toEqual([]);
  });

  test('The first hold opens it and records its bounds; each hold tells which event made it', () => {
    expect(dayAfter(held(piece('09:00', '10:00'), { opens: day }))).toEqual({
      status: 'opened',
      day,
      holds: [
        {
          ...piece('09:00', '10:00'),
          reservationId: mine,
          memberId: ana.id,
          position: 1,
          heldAt: longAgo,
        },
      ],
    });
  });

  test('Holds are in the order of their starts, not of their booking', () => {
    const later = held(piece('11:00', '12:00'), { opens: day });
    const earlier = held(piece('09:00', '10:00'), { id: theirs, owner: ben });
    expect(holdsOf(dayAfter(later, earlier)).map(({ position }) => position)).toEqual([2, 1]);
  });

  test('A release frees what this reservation held, and nothing else', () => {
    const state = dayAfter(
      held(piece('09:00', '10:00'), { opens: day }),
      held(piece('11:00', '12:00'), { id: theirs, owner: ben }),
      released(),
    );
    expect(holdsOf(state).map(({ reservationId }) => reservationId)).toEqual([theirs]);
  });

  test('A day that is free again stays open, with its bounds', () => {
    const state = dayAfter(held(piece('09:00', '10:00'), { opens: day }), released());
    expect(state).toEqual({ status: 'opened', day, holds: [] });
  });

  test('Held again after a release, it is held where the new event says', () => {
    const state = dayAfter(
      held(piece('09:00', '10:00'), { opens: day }),
      released(),
      held(piece('14:00', '15:00')),
    );
    expect(holdsOf(state)).toMatchObject([{ ...piece('14:00', '15:00'), position: 3 }]);
  });
});

describe('The streams of days', () => {
  test('A day’s id tells its date', () => {
    expect(dateOfDay(roomDayStream(atrium, '2026-11-24' as LocalDate))).toBe('2026-11-24');
  });

  test('A range of days holds the first and the last, and no other room’s', () => {
    const range = roomDaysStored(atrium, '2026-11-24' as LocalDate, '2026-11-26' as LocalDate);
    expect(range).toEqual({
      type: 'room_day',
      fromId: roomDayStream(atrium, '2026-11-24' as LocalDate).id,
      toId: roomDayStream(atrium, '2026-11-26' as LocalDate).id,
    });
  });
});
