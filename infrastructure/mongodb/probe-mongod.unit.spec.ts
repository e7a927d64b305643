import { expect, test } from 'vitest';

import { missingPackage } from './missing-library';
import { readProbe } from './probe-mongod';

const LOADER =
  '/opt/mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file: No such file or directory';

test('A mongod that prints its version works', () => {
  const printed = { code: 0, signal: null, output: 'db version v6.0.5\n' };
  expect(readProbe(printed)).toEqual({ works: true, version: { major: 6, minor: 0, patch: 5 } });
});

test('A missing library is named by the package that holds it', () => {
  expect(missingPackage(LOADER)).toBe('libcurl4');
  expect(readProbe({ code: 127, signal: null, output: LOADER })).toEqual({
    works: false,
    reason: 'a library is missing: install it with "apt-get install libcurl4"',
  });
});

test('A library nobody knows is reported in the words of the loader', () => {
  const output = 'mongod: error while loading shared libraries: libfoo.so.1: cannot open';
  expect(missingPackage(output)).toBeUndefined();
  expect(readProbe({ code: 127, signal: null, output })).toEqual({ works: false, reason: output });
});

test('An illegal instruction means a processor without AVX', () => {
  const probe = readProbe({ code: null, signal: 'SIGILL', output: '' });
  expect(probe).toMatchObject({ works: false, reason: expect.stringContaining('AVX') as string });
});
