import { expect, test } from 'vitest';
import { formatBytes, formatCount } from './format-amount';

test.each([
  [0, '0'],
  [999, '999'],
  [3214, '3,214'],
  [1_000_000, '1,000,000'],
])('%d is written %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test.each([
  [512, '512 bytes'],
  [1024, '1.0 kB'],
  [655_360, '640 kB'],
  [1_258_291, '1.2 MB'],
  [16 * 1024 * 1024, '16 MB'],
])('%d bytes are written %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
