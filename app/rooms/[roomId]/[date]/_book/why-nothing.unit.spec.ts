import { expect, test } from 'vitest';
import { words } from '@/app/_shared/sentences/sentence.fixture';
import type { Refusal } from '@/domain/shared/refusal';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { whyNothing } from './why-nothing';

const past = { code: 'IN_THE_PAST', now: '2025-11-20T09:00:00.000Z' as Instant } as const;
const tooFar = {
  code: 'TOO_FAR_AHEAD',
  horizonDays: 90,
  latest: '2026-02-18' as LocalDate,
} as const;

test('Of several reasons the one that weighs most is told', () => {
  const why = (...refusals: readonly Refusal[]) => whyNothing(refusals, { words });
  expect(why(past, tooFar)).toBe('The room can be booked 90 days ahead');
  expect(why(past)).toBeUndefined();
});
