import { randomUUID } from 'node:crypto';

import { expect, test } from 'vitest';

import { askHolder, takeLock } from './project-lock.mjs';

test('One process at a time has a lock, and tells the others what it does', async () => {
  const name = `test-${randomUUID()}`;
  const state = { step: 'building' };
  const release = await takeLock(name, () => state);
  expect(release).toBeTypeOf('function');
  expect(await takeLock(name, () => 'second')).toBeUndefined();
  state.step = 'running';
  expect(await askHolder(name)).toEqual({ step: 'running' });

  release?.();
  expect(await askHolder(name)).toBeUndefined();
  const again = await takeLock(name, () => 'third');
  expect(again).toBeTypeOf('function');
  again?.();
});
