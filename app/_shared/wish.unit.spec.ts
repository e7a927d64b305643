import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TimeZone } from '@/domain/shared/time';
import { asksFor } from './asks-for';
import { wishOf, wishShape } from './wish';

const typed = (fields: Record<string, string>) => wishOf(z.object(wishShape).parse(fields));

describe('The time that was typed', () => {
  test('An end after the start lies on the same day', () => {
    expect(typed({ date: '2026-11-20', from: '10:00', to: '11:30' })).toEqual({
      startsAt: '2026-11-20T10:00',
      endsAt: '2026-11-20T11:30',
    });
  });

  test('An end that is not after the start lies on the next day', () => {
    expect(typed({ date: '2026-12-31', from: '22:00', to: '01:00' }).endsAt).toBe(
      '2027-01-01T01:00',
    );
  });

  test('24:00 is the midnight that ends the day', () => {
    expect(typed({ date: '2026-02-28', from: '22:00', to: '24:00' }).endsAt).toBe(
      '2026-03-01T00:00',
    );
  });

  test('A last day that was typed is taken as it is, also before the first', () => {
    const wish = typed({ date: '2026-11-20', from: '10:00', to: '09:00', endDate: '2026-11-19' });
    expect(wish.endsAt).toBe('2026-11-19T09:00');
  });

  test('A date that does not exist is not taken', () => {
    const fields = { date: '2026-02-30', from: '10:00', to: '11:00' };
    expect(z.object(wishShape).safeParse(fields).success).toBe(false);
  });
});

describe('A time that happens twice', () => {
  const zurich = 'Europe/Zurich' as TimeZone;
  const asked = (fields: Record<string, string>) =>
    asksFor(z.object(wishShape).parse({ date: '2026-10-25', ...fields }), zurich);

  test('The form asks which start is meant', () => {
    expect(asked({ from: '02:30', to: '04:00' })).toEqual([
      {
        name: 'startOccurrence',
        label: 'Which 02:30 do you mean?',
        options: [
          { value: 'earlier', label: 'The first, at UTC+2' },
          { value: 'later', label: 'The second, at UTC+1' },
        ],
      },
    ]);
  });

  test('The form asks for start and end at once, and still shows what was answered', () => {
    const names = (fields: Record<string, string>) => asked(fields).map(({ name }) => name);
    const both = ['startOccurrence', 'endOccurrence'];
    expect(names({ from: '02:15', to: '02:45' })).toEqual(both);
    expect(names({ from: '02:15', to: '02:45', startOccurrence: 'later' })).toEqual(both);
  });

  test('What was chosen from a list that tells the two apart is not asked', () => {
    expect(asked({ from: '02:15 later', to: '02:45 later' })).toEqual([]);
    expect(typed({ date: '2026-10-25', from: '02:45 earlier', to: '02:15 later' })).toEqual({
      startsAt: '2026-10-25T02:45',
      endsAt: '2026-10-25T02:15',
      startOccurrence: 'earlier',
      endOccurrence: 'later',
    });
  });

  test('Of other times nothing is asked', () => {
    expect(asked({ from: '01:45', to: '03:00' })).toEqual([]);
  });
});
