import { describe, expect, test } from 'vitest';
import { hoursOf, hoursText } from './opening-hours-text';

describe('Opening hours as they are typed', () => {
  test('One window is read with a dash or a hyphen, with or without a leading zero', () => {
    expect(hoursOf('08:00–18:00')).toEqual([{ from: '08:00', to: '18:00' }]);
    expect(hoursOf(' 8:00 - 18:00 ')).toEqual([{ from: '08:00', to: '18:00' }]);
  });

  test('Several windows are divided by a comma or by “and”', () => {
    const windows = [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '24:00' },
    ];
    expect(hoursOf('08:00–12:00, 13:00–24:00')).toEqual(windows);
    expect(hoursOf('08:00–12:00 and 13:00–24:00')).toEqual(windows);
  });

  test('Nothing, or the word for it, is a closed day', () => {
    expect(hoursOf('')).toEqual([]);
    expect(hoursOf('Closed')).toEqual([]);
  });

  test.each(['8-18', '25:00–26:00', '08:00', '08:00–24:30', '08:00–18:00, '])(
    'What is no opening hours is not read as some: %s',
    (text) => {
      expect(hoursOf(text)).toBeUndefined();
    },
  );

  test('What a form shows is read back as the same hours', () => {
    const windows = hoursOf('7:30-11:45, 13:00-24:00') ?? [];
    expect(hoursOf(hoursText(windows))).toEqual(windows);
  });
});
