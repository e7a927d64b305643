import { expect, test } from 'vitest';
import { plainJson } from './plain-json';

test('What JSON holds stays as it is, and members that are undefined are left out', () => {
  const data = { a: [1, 'x', null, true, { b: 0.5 }], c: { d: '👩‍🚀' }, e: 2 ** 53 - 1 };
  expect(plainJson({ ...data, gone: undefined })).toStrictEqual(data);
  expect(plainJson(Object.assign(Object.create(null) as object, { a: 1 }))).toStrictEqual({ a: 1 });
});

test('The result shares nothing with what was handed in: who changes that changes no event', () => {
  const data = { list: [{ a: 1 }] };
  const plain = plainJson(data);
  data.list.push({ a: 2 });
  expect(plain).toEqual({ list: [{ a: 1 }] });
});

const holey = [1];
holey[2] = 3;
const deep = (levels: number): unknown => (levels === 0 ? 1 : { in: deep(levels - 1) });
class Money {
  constructor(readonly amount: number) {}
}

test.each([
  ['a Date', new Date()],
  ['a bigint', 1n],
  ['NaN', NaN],
  ['infinity', -Infinity],
  ['−0', -0],
  ['an integer above 2^53', 2 ** 53],
  ['an integer below −2^53', -(2 ** 53)],
  ['a hole', holey],
  ['undefined in an array', [undefined]],
  ['half a surrogate pair', '\ud800'],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['an instance of a class', new Money(1)],
  ['a Map', new Map()],
  ['bytes', new Uint8Array(2)],
  ['a key that begins with $', { $ref: 'rooms', $id: 1 }],
  ['a key with NUL', { 'a\0b': 1 }],
  ['a key with half a surrogate pair', { '\udfff': 1 }],
  ['the key __proto__', JSON.parse('{"__proto__":{"a":1}}')],
  ['the key _bsontype', { _bsontype: 'ObjectId' }],
  ['more than 64 levels', deep(66)],
])('%s is refused, and the message names the place', (_, value) => {
  expect(() => plainJson({ at: { last: [value] } })).toThrow(
    /^Event data must be plain JSON: data\.at\.last\[0\]/,
  );
  expect(() => plainJson({ at: { last: [value] } })).toThrow(TypeError);
});
