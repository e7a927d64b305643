import { expect, test, vi } from 'vitest';
import { memo } from './memo';

test('The same question is worked out once, also when the answer is that there is none', () => {
  const compute = vi.fn((a: string, b: string) => (a === 'none' ? undefined : a + b));
  const ask = memo(compute);
  expect([ask('a', 'b'), ask('a', 'b'), ask('a', 'c')]).toEqual(['ab', 'ab', 'ac']);
  expect([ask('none', 'b'), ask('none', 'b')]).toEqual([undefined, undefined]);
  expect(compute).toHaveBeenCalledTimes(3);
});

test('It does not grow without bound', () => {
  const compute = vi.fn((a: string) => a);
  const ask = memo(compute);
  for (let i = 0; i <= 20_000; i += 1) ask(String(i), '');
  ask('0', '');
  expect(compute).toHaveBeenCalledTimes(20_002);
});
