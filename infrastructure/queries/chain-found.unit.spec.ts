import { expect, test } from 'vitest';
import type { Recorded } from '@/domain/shared/stream';
import { chained } from '../event-store/hash-chain';
import { chainOf } from './chain-found';

const ref = { type: 'room', id: 'atlas' };

const plain = (streamPosition: number): Recorded => {
  const metadata = { streamName: 'room:atlas', streamPosition };
  return { type: 'Painted', data: { coat: streamPosition }, metadata } as unknown as Recorded;
};

const first = chained(plain(1), null);
const second = chained(plain(2), first.metadata.hash ?? null);
const third = chained(plain(3), second.metadata.hash ?? null);

test('Events that each have their hash and that of the one before are an intact chain', () => {
  expect(chainOf(ref, [first, second, third])).toEqual({ status: 'intact' });
});

test('The first event that was changed, left out or put elsewhere is where the chain breaks', () => {
  const changed = { ...second, data: { coat: 7 } } as Recorded;
  expect(chainOf(ref, [first, changed, third])).toEqual({ status: 'broken', at: 2 });
  expect(chainOf(ref, [first, third])).toEqual({ status: 'broken', at: 2 });
  expect(chainOf({ ...ref, id: 'boreal' }, [first])).toEqual({ status: 'broken', at: 1 });
});

test('An event that lost its hash breaks the chain; where none ever had one, none was kept', () => {
  expect(chainOf(ref, [first, plain(2)])).toEqual({ status: 'broken', at: 2 });
  expect(chainOf(ref, [plain(1), plain(2)])).toEqual({ status: 'not kept' });
});

test('An event of an earlier version is hashed as it is stored', () => {
  const asRead = { ...second, data: { coats: [2] }, stored: second } as Recorded;
  expect(chainOf(ref, [first, asRead, third])).toEqual({ status: 'intact' });
});
