import { expect, test } from 'vitest';
import type { DomainEvent, Recorded } from '@/domain/shared/stream';
import { firstVersion, type CountedOnce } from '@/domain/testing/tally-versions';
import { tellHistory } from './history';
import { plainText, text } from './sentence';
import { ana, recorded, words, zurich } from './sentence.fixture';

const counted = (by: number, position: number, schemaVersion = 1): Recorded<CountedOnce> => {
  const event = recorded<CountedOnce>({ type: 'Counted', data: { by } }, ana, position);
  return { ...event, metadata: { ...event.metadata, schemaVersion } };
};

test('59: Of an event that newer code wrote it is told that it was, and the rest is told as ever', () => {
  const unknown = recorded<DomainEvent>({ type: 'Cleared', data: {} }, ana, 3) as never;
  const told = tellHistory(
    firstVersion,
    ({ sum }, { data }) => [text(`${sum} and ${data.by}`)],
    [counted(1, 1), counted(9, 2, 2), unknown, counted(1, 4)],
    words,
    () => zurich,
  );
  expect(told.map(({ sentence }) => plainText(sentence))).toEqual([
    '0 and 1',
    'Something this version cannot tell (Counted)',
    'Something this version cannot tell (Cleared)',
    '1 and 1',
  ]);
});
