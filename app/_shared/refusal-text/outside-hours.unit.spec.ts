import { describe, expect, test } from 'vitest';
import { defaultRules } from '@/domain/room/room';
import type { LocalDate, LocalDateTime, LocalTime } from '@/domain/shared/time';
import { refusalText } from '../refusal-text';
import { ana, atlas, words } from '../sentences/sentence.fixture';
import type { RefusalContext } from './wording';

const context: RefusalContext = {
  words: { ...words, viewer: ana },
  roomId: atlas,
  wished: {
    startsAt: '2025-11-20T10:00' as LocalDateTime,
    endsAt: '2025-11-20T11:00' as LocalDateTime,
  },
};

describe('A time outside the opening hours', () => {
  const outside = (date: string, known: Partial<RefusalContext> = {}) =>
    refusalText(
      { code: 'OUTSIDE_OPENING_HOURS', date: date as LocalDate },
      { ...context, ...known },
    );
  const office = [{ from: '08:00' as LocalTime, to: '18:00' as LocalTime }];
  const room: RefusalContext['room'] = {
    rules: defaultRules,
    openingHours: {
      ...{ mon: office, tue: office, wed: office, thu: office, fri: office },
      ...{ sat: [], sun: [] },
    },
  };

  test('on a closed weekday names the weekday and the hours', () => {
    expect(outside('2025-11-22', { room })).toMatchObject({
      headline: 'Atlas is closed on Saturdays',
      explanation: 'It is open Mon–Fri 08:00–18:00.',
    });
  });

  test('on an open day names its hours, and the date once', () => {
    expect(outside('2025-11-20', { room })).toMatchObject({
      headline: 'Atlas is open 08:00–18:00 on Thursdays',
      explanation: 'Thu 20 Nov, 10:00–11:00 is not within these hours from beginning to end.',
    });
  });

  test('says on a page that stays what was, and what the hours are now', () => {
    expect(outside('2025-11-22', { room, forGood: true })).toMatchObject({
      headline: 'Atlas was not open on Thu 20 Nov, 10:00–11:00',
      explanation:
        'A reservation lies in open time throughout. Atlas is open Mon–Fri 08:00–18:00 now.',
    });
  });
});
