import { expect, test } from 'vitest';
import type { Recorded, StreamDefinition } from '@/domain/shared/stream';
import { setBy } from './set-by';

type Painted = { readonly type: 'Painted'; readonly data: { wall?: string; door?: string } };
type House = { readonly wall: string; readonly door: string };

const house: StreamDefinition<House, Painted> = {
  type: 'house',
  initialState: () => ({ wall: 'white', door: 'white' }),
  evolve: (state, event) => ({ ...state, ...event.data }),
  eventVersions: { Painted: 1 },
  schemaVersion: 1,
};

const painted = (streamPosition: number, data: Painted['data']) =>
  ({ type: 'Painted', data, metadata: { streamPosition } }) as Recorded<Painted>;

const events = [
  painted(1, { wall: 'red', door: 'red' }),
  painted(2, { door: 'blue' }),
  painted(3, { door: 'blue' }),
];

test('A field is set by the last event that changed it, not by one that repeats it', () => {
  expect(setBy(house, events, ({ door }) => door)).toBe(2);
  expect(setBy(house, events, ({ wall }) => wall)).toBe(1);
});

test('Without events nothing was set', () => {
  expect(setBy(house, [], ({ wall }) => wall)).toBeUndefined();
});
