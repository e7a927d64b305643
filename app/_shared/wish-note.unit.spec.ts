import { expect, test } from 'vitest';
import type { LocalDateTime, TimeZone } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';
import { wishNote } from './wish-note';

const note = (startsAt: string, endsAt: string) =>
  wishNote(
    slotOf(
      { startsAt: startsAt as LocalDateTime, endsAt: endsAt as LocalDateTime },
      'Europe/Zurich' as TimeZone,
    ),
  );

test('A time says how long it lasts', () => {
  expect(note('2026-11-30T16:00', '2026-11-30T16:45')).toBe('45 min');
  expect(note('2026-11-30T22:00', '2026-12-01T00:00')).toBe('2 h');
});

test('A time that ends on another date names it', () => {
  expect(note('2026-11-30T16:00', '2026-12-01T08:45')).toBe('16 h 45 min, ends Tue 1 Dec');
});

test('In the night in which the clock is set forward it says how long it really lasts', () => {
  expect(note('2026-03-29T01:00', '2026-03-29T04:00')).toBe('2 h');
});

test('A time that does not exist, and one that ends before it starts, say so', () => {
  expect(note('2026-03-29T02:30', '2026-03-29T04:00')).toBe(
    'There is no 02:30 on Sun 29 Mar: the clocks are set forward',
  );
  expect(note('2026-11-30T10:00', '2026-11-30T09:00')).toBe('The end is not after the start');
});
