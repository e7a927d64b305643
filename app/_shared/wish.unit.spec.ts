import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TimeZone } from '@/domain/shared/time';
import { asksFor, wishOf, wishShape } from './wish';

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
  const twice = {
    code: 'TIME_HAPPENS_TWICE',
    time: '2026-10-25T02:30',
    timeZone: 'Europe/Zurich' as TimeZone,
    offsets: ['+02:00', '+01:00'],
  } as const;
  const refusal = {
    ...twice,
    time: typed({ date: '2026-10-25', from: '02:30', to: '04:00' }).startsAt,
  };

  test('The form asks which start is meant', () => {
    const wish = typed({ date: '2026-10-25', from: '02:30', to: '04:00' });
    expect(asksFor(refusal, wish)).toEqual([
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

  test('Once the start is answered the form asks for the end', () => {
    const fields = { date: '2026-10-25', from: '02:30', to: '02:30', endDate: '2026-10-25' };
    const wish = typed({ ...fields, startOccurrence: 'earlier' });
    expect(asksFor(refusal, wish).map(({ name }) => name)).toEqual(['endOccurrence']);
  });

  test('Other refusals ask nothing', () => {
    const wish = typed({ date: '2026-10-25', from: '02:30', to: '04:00' });
    expect(asksFor({ code: 'NOT_YOURS' }, wish)).toEqual([]);
  });
});
