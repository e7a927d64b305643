import { expect, test } from 'vitest';
import { commitStamp, instantAt } from './clock';

test('A commit stamp is now in microseconds', () => {
  expect(commitStamp(1_700_000_000_000.25, [])).toBe(1_700_000_000_000_250);
  expect(commitStamp(2, [1000, 1500])).toBe(2000);
});

test('It is past the newest stamp of all streams that were loaded, however slow the clock', () => {
  expect(commitStamp(1, [5000, 9000, 7000])).toBe(9001);
  expect(commitStamp(9, [9000])).toBe(9001);
});

test('An instant always has three digits of milliseconds, so that instants compare as text', () => {
  expect(instantAt(0)).toBe('1970-01-01T00:00:00.000Z');
  expect(instantAt(1.9)).toBe('1970-01-01T00:00:00.001Z');
});
