import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isRefusal } from '@/domain/shared/refusal';
import type { Instant, LocalDate, TimeZone } from '@/domain/shared/time';
import { momentsOn, slotOf } from '@/domain/shared/wall-clock';
import { choicesOf, dayTimes } from './time-choice';
import { wishOf, wishShape } from './wish';

const zurich = 'Europe/Zurich' as TimeZone;
const unmarked = { start: () => undefined, end: () => undefined };

const listed = (date: string, gridMinutes = 60) =>
  dayTimes(date as LocalDate, zurich, gridMinutes, unmarked);

describe('The times of a date', () => {
  test('begin at 00:00 and end at 24:00', () => {
    const { from, to } = listed('2026-11-30');
    expect([from[0]?.value, from.at(-1)?.value]).toEqual(['00:00', '23:00']);
    expect([to[0]?.value, to.at(-1)?.value]).toEqual(['01:00', '24:00']);
  });

  test('leave out those the clock passes over', () => {
    const { from } = listed('2026-03-29', 30);
    expect(from.slice(2, 6).map(({ value }) => value)).toEqual([
      '01:00',
      '01:30',
      '03:00',
      '03:30',
    ]);
  });

  test('tell those that happen twice apart by their offset', () => {
    const { from } = listed('2026-10-25', 30);
    expect(from.slice(4, 8)).toEqual([
      { value: '02:00 earlier', label: '02:00 (UTC+2)' },
      { value: '02:30 earlier', label: '02:30 (UTC+2)' },
      { value: '02:00 later', label: '02:00 (UTC+1)' },
      { value: '02:30 later', label: '02:30 (UTC+1)' },
    ]);
  });

  test('carry what stands against them', () => {
    const before = (time: string) => (at: Instant) => (at < time ? 'past' : undefined);
    const noon = before('2026-11-30T11:00:00.000Z');
    const { from, to } = dayTimes('2026-11-30' as LocalDate, zurich, 60, {
      start: noon,
      end: noon,
    });
    expect(from.slice(11, 13).map(({ label }) => label)).toEqual(['11:00 · past', '12:00']);
    expect(to.slice(10, 12).map(({ label }) => label)).toEqual(['11:00 · past', '12:00']);
  });
});

test('Every pair of times of the night in which the clock is set back, sent as listed, means these instants', () => {
  const date = '2026-10-25' as LocalDate;
  const moments = momentsOn(date, 30, zurich);
  for (const start of moments) {
    for (const end of moments.filter((at) => at > start)) {
      const fields = { date, ...choicesOf({ start, end }, zurich) };
      const slot = slotOf(wishOf(z.object(wishShape).parse(fields)), zurich);
      if (isRefusal(slot)) throw new Error(`${JSON.stringify(fields)}: ${slot.code}`);
      expect([slot.start, slot.end], JSON.stringify(fields)).toEqual([start, end]);
    }
  }
});
