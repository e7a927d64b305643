import { expect, test } from 'vitest';
import { wrongIn } from './opening-hours-errors';
import { hoursOf } from './opening-hours-text';

test('Hours that cannot be kept say what is wrong, and how they are written', () => {
  const wrong = (text: string) => wrongIn(hoursOf(text) ?? []);
  expect(wrong('18:00–08:00')).toBe(
    '18:00–08:00 ends before it begins. To stay open over midnight write 18:00–24:00 here and 00:00–08:00 on the next day',
  );
  expect(wrong('08:00–12:00, 11:00–14:00')).toBe(
    '08:00–12:00 and 11:00–14:00 overlap or are not in order',
  );
  expect(wrong('08:00–08:00')).toBe('08:00–08:00 has no length; all day is 00:00–24:00');
  expect(wrong('08:00–12:00, 12:00–14:00')).toBeUndefined();
});
