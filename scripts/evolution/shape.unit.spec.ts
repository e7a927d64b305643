import { describe, expect, test } from 'vitest';
import { misfits, optionalFields, optionalFieldsIn, type Shape } from './shape';

const shape: Shape = {
  name: 'string',
  'coats?': 'number',
  finish: { '|': ["'matt'", "'gloss'"] },
  hours: [{ from: 'string', 'to?': 'string' }],
  range: { '#': ['number', 'number'] },
  prices: { '[]': { 'old?': 'number' } },
  note: { '|': ['null', { box: 'string', 'key?': 'string' }] },
};
const value = {
  name: 'Wall',
  finish: 'matt',
  hours: [{ from: '08:00' }, { from: '09:00', to: '10:00' }],
  range: [1, 2],
  prices: { red: {} },
  note: null,
};

describe('A value is of a shape', () => {
  test('when it has all it must have, and nothing else', () => {
    expect(misfits(shape, value)).toEqual([]);
    expect(misfits(shape, { ...value, coats: 2, note: { box: 'b' } })).toEqual([]);
  });

  const others: readonly (readonly [string, object, string])[] = [
    ['another type', { name: 1 }, 'data.name is no string'],
    ['null for a number', { coats: null }, 'data.coats is no number'],
    ['another literal', { finish: 'silk' }, 'data.finish is none of 2 shapes'],
    ['no list', { hours: {} }, 'data.hours is no list'],
    ['an item of another shape', { hours: [{}] }, 'data.hours[0].from is missing'],
    ['a longer tuple', { range: [1, 2, 3] }, 'data.range is no list of 2'],
    ['a tuple of others', { range: [1, '2'] }, 'data.range[1] is no number'],
    [
      'a member of another shape',
      { prices: { red: { old: '1' } } },
      'data.prices.red.old is no number',
    ],
    ['a field too many', { door: 'blue' }, 'data.door is not of the shape'],
    ['a list for an object', { prices: [] }, 'data.prices is no object'],
  ];

  test.each(others)('and not with %s', (_, changed, misfit) => {
    expect(misfits(shape, { ...value, ...changed })).toEqual([misfit]);
  });

  test('and not without a field', () => {
    const { name: _, ...nameless } = value;
    expect(misfits(shape, nameless)).toEqual(['data.name is missing']);
  });
});

test('Fields that may be missing are found in a shape, and those that are there in a value', () => {
  const all = ['.coats', '.hours[].to', '.prices.*.old', '.note.key'];
  expect(optionalFields(shape)).toEqual(all);
  expect(optionalFieldsIn(shape, value)).toEqual(['.hours[].to']);
  const full = { ...value, coats: 1, prices: { red: { old: 1 } }, note: { box: 'b', key: 'k' } };
  expect(optionalFieldsIn(shape, full)).toEqual(all);
});
