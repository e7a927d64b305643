import { describe, expect, test } from 'vitest';
import { defaultRules } from '@/domain/room/room';
import type { Refusal } from '@/domain/shared/refusal';
import type { LocalDate, LocalDateTime } from '@/domain/shared/time';
import { refusalText } from '../refusal-text';
import {
  ana,
  atlas,
  ben,
  designReview,
  granted,
  instant,
  words,
} from '../sentences/sentence.fixture';
import type { RefusalContext } from './wording';

describe('A slot that met only what is kept free after a reservation', () => {
  // Ben has 17:00–17:45 in Atlas, which stays free for 15 minutes after each reservation.
  const bens = {
    ...granted(atlas, '2025-11-20T17:00', '2025-11-20T17:45'),
    heldUntil: instant('2025-11-20T17:00:00.000Z'),
  };
  const taken: Refusal = {
    code: 'SLOT_TAKEN',
    winner: {
      reservationId: designReview,
      memberId: ben,
      date: '2025-11-20' as LocalDate,
      position: 42,
      recordedAt: instant('2025-11-20T08:41:07.212Z'),
      held: { start: bens.slot.start, end: bens.heldUntil },
    },
  };
  const asking = (from: string, to: string, minutes = 15): RefusalContext => ({
    words: { ...words, viewer: ana },
    roomId: atlas,
    refusedAt: instant('2025-11-20T08:41:07.519Z'),
    wished: {
      startsAt: `2025-11-20T${from}` as LocalDateTime,
      endsAt: `2025-11-20T${to}` as LocalDateTime,
    },
    room: {
      rules: { ...defaultRules, bufferMinutes: minutes },
      openingHours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    },
    winnerGranted: bens,
  });
  const told = (from: string, to: string, minutes?: number) =>
    refusalText(taken, asking(from, to, minutes));

  test('after its own end is told to end earlier, and names the booked times', () => {
    expect(told('16:00', '17:00')).toMatchObject({
      headline: 'Atlas, Thu 20 Nov, 16:00–17:00, ends too close to the next reservation',
      explanation:
        'Atlas stays free 15 min after each reservation, and Ben Okafor holds 17:00–17:45, recorded Thu 20 Nov 2025, 09:41:07.212.',
      next: 'End by 16:45, or choose another time or room.',
      reason: 'it ended too close to Ben’s reservation',
    });
  });

  test('gives no figure that does not explain it, as when the rule has changed since', () => {
    const { explanation, next } = told('16:00', '17:00', 0);
    expect(explanation).toContain('Atlas stays free for a while after each reservation');
    expect(next).toBe('End earlier, or choose another time or room.');
  });

  test('after the end of the other is told to begin later', () => {
    expect(told('17:45', '18:30')).toMatchObject({
      headline: 'Atlas, Thu 20 Nov, 17:45–18:30, begins too soon after a reservation',
      next: 'Start at 18:00 or later, or choose another time or room.',
      reason: 'it began too soon after Ben’s reservation',
    });
  });

  test('is told otherwise where the times themselves met', () => {
    const { headline, explanation } = told('17:30', '18:00');
    expect(headline).toContain('was taken 0.307 s before you');
    expect(explanation).toContain('Ben Okafor holds 17:00–17:45, recorded');
  });

  test('of a reservation that was moved since names what it held then', () => {
    const moved = granted(atlas, '2025-11-20T09:00', '2025-11-20T09:45');
    const { explanation } = refusalText(taken, {
      ...asking('17:30', '18:00'),
      winnerGranted: moved,
    });
    expect(explanation).toContain('Ben Okafor holds 17:00–18:00, recorded');
  });
});
