import { expect, test } from 'vitest';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { ana, atrium, library, reservationNumber } from '@/domain/testing/people';
import { Overlaps } from './overlaps';
import { matching } from '../testing/matching';

/** Times of days in November: `24T22:00`. */
type Times = readonly [start: string, end: string];

const instant = (time: string) => `2026-11-${time}:00.000Z` as Instant;

/** A day on which each of these is held by another reservation. */
const day = (room: string, date: number, ...held: readonly Times[]) => ({
  room,
  date: `2026-11-${date}` as LocalDate,
  held: {
    stream: `room_day:${room}_2026-11-${date}`,
    pieces: held.map(([start, end], i) => ({
      reservationId: reservationNumber(date * 100 + i),
      memberId: ana.id,
      piece: { start: instant(start), end: instant(end) },
      position: i + 1,
    })),
  },
});

const overlapsOf = (...days: readonly ReturnType<typeof day>[]) => {
  const overlaps = new Overlaps();
  return days.flatMap(({ room, date, held }) => overlaps.take(room, date, held));
};

test('Pieces that only touch do not overlap, on one day and over midnight', () => {
  const found = overlapsOf(
    day(atrium, 24, ['24T10:00', '24T11:00'], ['24T09:00', '24T10:00'], ['24T11:00', '24T23:00']),
    day(atrium, 25, ['24T23:00', '25T23:00']),
  );
  expect(found).toEqual([]);
});

test('Pieces that share a minute overlap, in whatever order they were held', () => {
  const [first, ...others] = overlapsOf(
    day(atrium, 24, ['24T10:00', '24T11:00'], ['24T12:00', '24T13:00'], ['24T09:00', '24T10:01']),
  );
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    kind: 'overlap',
    position: 3,
    stream: matching(/_2026-11-24$/),
  });
  expect(first?.what).toMatch(/2026-11-24T09:00.*10:01.*2026-11-24T10:00.*event 1 of/);
});

test('A piece of one day that reaches into the next overlaps a piece there, days apart too', () => {
  const found = overlapsOf(
    day(atrium, 22, ['22T10:00', '26T10:00']),
    day(atrium, 24),
    day(atrium, 26, ['26T09:00', '26T09:30']),
  );
  expect(found).toMatchObject([
    {
      stream: matching(/_2026-11-26$/),
      what: matching(/event 1 of .*_2026-11-22/),
    },
  ]);
});

test('Rooms do not stand in each other’s way', () => {
  const times: Times = ['24T10:00', '24T11:00'];
  expect(overlapsOf(day(atrium, 24, times), day(library, 24, times))).toEqual([]);
});
