import { expect, test } from 'vitest';
import { CommandId } from '@/domain/shared/ids';
import { fingerprintOf } from './fingerprint';

const commandId = CommandId.of('0199a000-0004-7000-8000-000000000001');
const command = { type: 'BookRoom', commandId };
const of = (content: object) => fingerprintOf({ ...command, ...content });

test('Equal wishes have one fingerprint, whatever the order of their members', () => {
  expect(of({ a: 1, b: { c: [1, 2], d: null } })).toBe(of({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(of({ a: 1, note: undefined })).toBe(of({ a: 1 }));
});

test('Any other wish has another one', () => {
  const wishes = [
    {},
    { a: 1 },
    { a: '1' },
    { a: [1] },
    { a: null },
    { a: { b: 1 } },
    { 'a":1,"b': 1 },
  ];
  expect(new Set(wishes.map(of)).size).toBe(wishes.length);
  expect(of({ a: [1, 2] })).not.toBe(of({ a: [2, 1] }));
});

test('Sealed text counts: another text under the same id is another wish', () => {
  const sealed = (box: string) => ({ title: { key: 'ana', box } });
  expect(of(sealed('one'))).toBe(of(sealed('one')));
  expect(of(sealed('one'))).not.toBe(of(sealed('two')));
  expect(of(sealed('one'))).not.toBe(of({}));
});
