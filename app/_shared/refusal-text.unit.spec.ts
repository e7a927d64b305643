import { describe, expect, test } from 'vitest';
import type { Refusal } from '@/domain/shared/refusal';
import type { LocalDate, LocalDateTime } from '@/domain/shared/time';
import { refusalReason, refusalText } from './refusal-text';
import type { RefusalContext } from './refusal-text/wording';
import {
  ana,
  atlas,
  ben,
  clara,
  designReview,
  instant,
  words,
  zurich,
} from './sentences/sentence.fixture';

const taken: Extract<Refusal, { code: 'SLOT_TAKEN' }> = {
  code: 'SLOT_TAKEN',
  winner: {
    reservationId: designReview,
    memberId: ben,
    date: '2025-11-20' as LocalDate,
    position: 42,
    recordedAt: instant('2025-11-20T08:41:07.212Z'),
    held: { start: instant('2025-11-20T09:00:00.000Z'), end: instant('2025-11-20T10:15:00.000Z') },
  },
};

const context: RefusalContext = {
  words: { ...words, viewer: ana },
  roomId: atlas,
  wished: {
    startsAt: '2025-11-20T10:00' as LocalDateTime,
    endsAt: '2025-11-20T11:00' as LocalDateTime,
  },
  refusedAt: instant('2025-11-20T08:41:07.519Z'),
};

describe('A taken slot', () => {
  test('lost in a race tells the gap, the winner and when it was recorded', () => {
    const { headline, explanation, links } = refusalText(taken, context);
    expect(headline).toBe('Atlas, Thu 20 Nov, 10:00–11:00, was taken 0.307 s before you');
    expect(explanation).toContain(
      'Ben Okafor holds 10:00–11:15, recorded Thu 20 Nov 2025, 09:41:07.212',
    );
    expect(links.map(({ href }) => href)).toEqual([
      `/reservations/${designReview}`,
      `/rooms/${atlas}/2025-11-20`,
    ]);
  });

  test('taken long before tells the moment in place of the gap', () => {
    const later = { ...context, refusedAt: instant('2025-11-20T09:20:00.000Z') };
    expect(refusalText(taken, later).headline).toBe(
      'Atlas, Thu 20 Nov, 10:00–11:00, was taken on Thu 20 Nov, 09:41',
    );
  });

  test('gives the winner’s title only to who may read it', () => {
    expect(refusalText(taken, context).explanation).not.toContain('Hiring');
    expect(refusalText(taken, { ...context, winnerTitle: 'Hiring panel' }).explanation).toContain(
      'for “Hiring panel”',
    );
  });

  test('is told to others as what happened to the one who asked', () => {
    const manager = { ...context, words: { ...words, viewer: clara }, askedBy: ana };
    expect(refusalText(taken, manager).headline).toBe(
      'Atlas, Thu 20 Nov, 10:00–11:00, was taken 0.307 s before Ana',
    );
    const winner = { ...context, words: { ...words, viewer: ben }, askedBy: ana };
    expect(refusalReason(taken, winner)).toBe('you had it first');
  });

  test('is told on its own page so that it stays right when the winner has moved since', () => {
    expect(refusalText(taken, { ...context, forGood: true }).explanation).toContain(
      '10:00–11:15 went to Ben Okafor, recorded Thu 20 Nov 2025',
    );
  });

  test('decided in the same moment claims no gap', () => {
    const { recordedAt } = taken.winner;
    expect(refusalText(taken, { ...context, refusedAt: recordedAt }).headline).toContain(
      'was taken a moment before you',
    );
  });

  test('held by the viewer says so', () => {
    const own = { ...context, words: { ...words, viewer: ben } };
    expect(refusalText(taken, own).headline).toBe('You already have Atlas at that time');
    expect(refusalReason(taken, own)).toBe('you had it already');
  });
});

describe('A rule', () => {
  test('is explained with its figures', () => {
    const tooLong: Refusal = { code: 'TOO_LONG', minutes: 600, longestMinutes: 480 };
    expect(refusalText(tooLong, context)).toMatchObject({
      headline: '10 h is too long for Atlas',
      explanation: 'A reservation here lasts at most 8 h.',
    });
  });

  test('of the grid is shown by example', () => {
    const { explanation } = refusalText({ code: 'OFF_THE_GRID', gridMinutes: 20 }, context);
    expect(explanation).toContain('09:00, 09:20, 09:40, 10:00');
  });

  test('about an hour that happens twice names both offsets', () => {
    const { explanation } = refusalText(
      {
        code: 'TIME_HAPPENS_TWICE',
        time: '2025-10-26T02:30' as LocalDateTime,
        timeZone: zurich,
        offsets: ['+02:00', '+01:00'],
      },
      context,
    );
    expect(explanation).toContain('first it is 02:30 at UTC+2, later again at UTC+1');
  });
});

describe('Any refusal', () => {
  const some: readonly Refusal[] = [
    taken,
    { code: 'ROOM_UNKNOWN', roomId: atlas },
    { code: 'ROOM_RETIRED', roomId: atlas, retiredAt: instant('2025-11-01T08:00:00.000Z') },
    { code: 'TOO_SOON', leadTimeMinutes: 60, earliest: instant('2025-11-20T10:00:00.000Z') },
    { code: 'IN_THE_PAST', now: instant('2025-11-20T10:00:00.000Z') },
    { code: 'NOT_YOURS' },
    { code: 'TOO_MANY_RESERVATIONS', reservations: 1204, most: 1000 },
    { code: 'OUTCOME_UNKNOWN' },
  ];

  test.each(some.map((refusal) => [refusal.code, refusal] as const))(
    '%s says what is so, why, and what to do next, also where nothing else is known',
    (_, refusal) => {
      const bare: RefusalContext = { words: { members: {}, rooms: {}, texts: {} } };
      for (const known of [bare, context]) {
        const { headline, explanation, next, reason } = refusalText(refusal, known);
        for (const sentence of [headline, explanation, next, reason]) {
          expect(sentence).not.toMatch(/undefined|NaN|\[object/);
          expect(sentence.length).toBeGreaterThan(8);
        }
        expect(headline).not.toMatch(/\.$/);
        expect(next).toMatch(/\.$/);
      }
    },
  );
});
