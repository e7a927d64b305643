import { expect, test } from 'vitest';
import { pageOfStream } from './page-of-stream';

test.each([
  ['reservation:0190a', '/reservations/0190a'],
  ['room:0190b', '/rooms/0190b'],
  ['room_day:0190b_2026-11-20', '/rooms/0190b/2026-11-20'],
])('The page of %s is %s', (streamName, page) => {
  expect(pageOfStream(streamName)).toBe(page);
});
