import { expect, test } from 'vitest';
import { divideStreamName } from './stream-name';

test.each([
  ['room:a', 'room', 'a'],
  ['room:a:b', 'room', 'a:b'],
  ['Shopping-Cart:', 'Shopping-Cart', ''],
  [':a', '', 'a'],
  ['odd', '', 'odd'],
  ['', '', ''],
])('%j is divided into %j and %j', (streamName, type, id) => {
  expect(divideStreamName(streamName)).toEqual({ type, id });
});
