import { expect, test } from 'vitest';
import type { ReservationId } from '@/domain/shared/ids';
import type { Instant, Period } from '@/domain/shared/time';
import type { Schedule } from '../_schedule/schedule-model';
import { marksOf } from './time-marks';

const at = (time: string) => `2026-11-30T${time}:00.000Z` as Instant;
const period = (from: string, to: string): Period => ({ start: at(from), end: at(to) });

/** Open from 8 to 18, taken from 10 to 11 and kept free to 11:15, closed from 15 on; it is 9:00. */
const schedule: Schedule = {
  day: period('00:00', '23:59'),
  shown: period('07:00', '19:00'),
  open: [period('08:00', '18:00')],
  closed: [
    {
      ...period('15:00', '18:00'),
      whole: period('15:00', '18:00'),
      closureId: 'c' as never,
      reason: 'Painting',
    },
  ],
  blocks: [
    {
      reservationId: 'r' as ReservationId,
      used: period('10:00', '11:00'),
      buffer: period('11:00', '11:15'),
      whole: period('10:00', '11:00'),
      organiser: 'Ben Okafor',
      mine: false,
      ended: false,
    },
  ],
  now: at('09:00'),
};
const bookable = [period('09:00', '09:45'), period('11:15', '15:00')];
const { start, end } = marksOf(schedule, bookable, 30);

test('A start says what stands against it, and nothing where the shortest reservation can begin', () => {
  expect(
    ['08:45', '09:00', '09:15', '09:30', '10:00', '11:00', '11:15', '14:45', '15:00', '18:00'].map(
      (time) => [time, start(at(time))],
    ),
  ).toEqual([
    ['08:45', 'past'],
    ['09:00', undefined],
    ['09:15', undefined],
    ['09:30', 'not bookable'],
    ['10:00', 'taken'],
    ['11:00', 'taken'],
    ['11:15', undefined],
    ['14:45', 'not bookable'],
    ['15:00', 'closed'],
    ['18:00', 'closed'],
  ]);
});

test('An end says what stands against the time before it', () => {
  expect(
    ['09:00', '09:30', '09:45', '10:00', '11:00', '11:30', '11:45', '15:00', '15:15'].map(
      (time) => [time, end(at(time))],
    ),
  ).toEqual([
    ['09:00', 'past'],
    ['09:30', undefined],
    ['09:45', undefined],
    ['10:00', 'not bookable'],
    ['11:00', 'taken'],
    ['11:30', 'not bookable'],
    ['11:45', undefined],
    ['15:00', undefined],
    ['15:15', 'closed'],
  ]);
});
