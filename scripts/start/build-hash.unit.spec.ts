import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { buildHash, builtFiles } from './build-hash';

const env = {} as unknown as NodeJS.ProcessEnv;
let root = '';

const write = async (file: string, content: string) => {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), content);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build hash '));
  await write('app/page.tsx', 'one');
  await write('domain/room/room.ts', 'two');
  await write('package-lock.json', '{}');
  await write('next.config.ts', 'three');
});

afterEach(() => rm(root, { recursive: true }));

test('A build is made from the sources, the packages and the settings, not from tests, tools and documents', async () => {
  for (const file of [
    'README.md',
    'scripts/start.ts',
    'e2e/book.e2e.ts',
    'domain/room/room.unit.spec.ts',
    'vitest.config.ts',
  ]) {
    await write(file, 'other');
  }
  expect(await builtFiles(root)).toEqual([
    'app/page.tsx',
    'domain/room/room.ts',
    'next.config.ts',
    'package-lock.json',
  ]);
});

test('Nothing changed, nothing to build', async () => {
  expect(await buildHash(root, env)).toBe(await buildHash(root, env));
});

test.each([
  ['a changed source', () => write('app/page.tsx', 'changed')],
  ['a new source', () => write('app/rooms/page.tsx', 'new')],
  ['a removed source', () => rm(join(root, 'domain/room/room.ts'))],
  ['a changed package', () => write('package-lock.json', '{"packages":{}}')],
  [
    'content moved from one file to its neighbour',
    async () => {
      await write('app/page.tsx', '');
      await write('domain/room/room.ts', 'onetwo');
    },
  ],
])('%s asks for a new build', async (_, change) => {
  const before = await buildHash(root, env);
  await change();
  expect(await buildHash(root, env)).not.toBe(before);
});

test('Only what Next writes into the build counts among the variables of the environment', async () => {
  const before = await buildHash(root, env);
  expect(await buildHash(root, { ...env, PORT: '3001' })).toBe(before);
  expect(await buildHash(root, { ...env, NEXT_PUBLIC_NAME: 'x' })).not.toBe(before);
});
