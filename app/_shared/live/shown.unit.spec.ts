import { expect, test } from 'vitest';
import { concerns, type Shown } from './shown';

const shown: Shown = { seen: 10, streams: { 'room:1': 3, 'room:2': null }, streamTypes: ['shelf'] };
const change = (streamName: string, streamPosition: number, position = 11, actorId = 'ben') => ({
  position,
  streamName,
  streamPosition,
  actorId,
});

test.each([
  ['a shown stream that grew', change('room:1', 4), true],
  ['a shown stream as it is shown', change('room:1', 3), false],
  ['a shown stream of which no position is known', change('room:2', 1), true],
  ['what was logged before the page was read, and is not in it', change('room:1', 4, 10), true],
  ['what was there before the page was read', change('room:2', 4, 10), false],
  ['another stream', change('room:3', 1), false],
  ['another stream of a shown type', change('shelf:3', 1), true],
])('%s', (_, given, expected) => {
  expect(concerns(shown, given)).toBe(expected);
});

test('What a member does concerns the page about that member', () => {
  expect(concerns({ ...shown, memberId: 'ana' }, change('room:3', 1, 11, 'ana'))).toBe(true);
  expect(concerns({ ...shown, memberId: 'ana' }, change('room:3', 1, 11, 'ben'))).toBe(false);
});
