import { expect, test } from 'vitest';
import type { Instant, TimeZone } from '@/domain/shared/time';
import { formatOffsetAt } from './format-offset';

test.each([
  ['2026-07-01T12:00:30.500Z', 'Europe/Zurich', 'UTC+2'],
  ['2026-11-21T03:59:59.999Z', 'Europe/Zurich', 'UTC+1'],
  ['2026-11-21T03:59:59.999Z', 'America/New_York', 'UTC−5'],
  ['2026-11-21T00:10:00.000Z', 'Asia/Kolkata', 'UTC+5:30'],
  ['2026-11-21T00:10:00.000Z', 'UTC', 'UTC'],
])('At %s the offset in %s is %s', (instant, zone, offset) => {
  expect(formatOffsetAt(instant as Instant, zone as TimeZone)).toBe(offset);
});
