import { expect, test } from 'vitest';
import { parseStreamName, streamNameOf } from './stream-document';

test('A stream name divides into the type and the id it was made of', () => {
  const ref = { type: 'room_day', id: '0199a000-0001-7000-8000-000000000001_2026-11-20' };
  expect(parseStreamName(streamNameOf(ref))).toEqual(ref);
});

test.each([
  'room',
  'room:',
  ':a',
  '',
  'room:a:b',
  'Room:a',
  'ro-om:a',
  '$room:a',
  'room:$a',
  'room:a\0',
])('%j is no stream name: the id read back would not be the id written', (name) => {
  expect(() => parseStreamName(name)).toThrow(TypeError);
});
