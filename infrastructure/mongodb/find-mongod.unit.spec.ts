import { describe, expect, test } from 'vitest';

import { SetupProblem } from '../setup-problem';
import { findMongod, firstThatFits, noMongod, type MongodSource } from './find-mongod';
import { parseMongodVersion } from './mongod-version';
import type { Probe } from './probe-mongod';

const quiet = () => undefined;

/** A place that has a mongod whose path tells its version. */
const has = (place: string, version: string): MongodSource => ({
  place,
  get: () => Promise.resolve({ path: version }),
});
const lacks = (place: string, reason: string): MongodSource => ({
  place,
  get: () => Promise.resolve({ reason }),
});
const empty = (place: string): MongodSource => ({ place, get: () => Promise.resolve(undefined) });
const unreached: MongodSource = {
  place: 'network',
  get: () => Promise.reject(new Error('nobody should have asked')),
};

const probe = (path: string): Promise<Probe> => {
  const version = parseMongodVersion(path);
  return Promise.resolve(version ? { works: true, version } : { works: false, reason: path });
};

describe('A mongod is taken', () => {
  test('from the first place that has one, and no further place is asked', async () => {
    const found = await firstThatFits(
      [empty('PATH'), has('cache', '8.2.6'), unreached],
      undefined,
      quiet,
      probe,
    );
    expect(found.path).toBe('8.2.6');
  });

  test('from a later place when an earlier one is too old for the data', async () => {
    const sources = [has('PATH', '6.0.5'), has('cache', '8.2.7')];
    const found = await firstThatFits(sources, parseMongodVersion('8.2.6'), quiet, probe);
    expect(found.path).toBe('8.2.7');
  });

  test('from a later place when an earlier one does not run', async () => {
    const sources = [has('PATH', 'no AVX'), has('cache', '6.0.5')];
    expect((await firstThatFits(sources, undefined, quiet, probe)).path).toBe('6.0.5');
  });

  test('while it is said why the earlier places were passed over', async () => {
    const said: string[] = [];
    const sources = [lacks('download', 'no answer'), has('package', '6.0.5')];
    await firstThatFits(sources, undefined, (line) => said.push(line), probe);
    expect(said).toEqual(['No MongoDB from download: no answer']);
  });
});

describe('When no place has a mongod', () => {
  test('one message tells why each place failed and every way out', async () => {
    const sources = [has('PATH', '5.0.1'), lacks('download', 'no answer')];
    const refused = firstThatFits(sources, undefined, quiet, probe);
    await expect(refused).rejects.toThrow(SetupProblem);
    await expect(refused).rejects.toThrow('PATH: it is 5.0.1; 6.0 or later is needed');
    await expect(refused).rejects.toThrow('download: no answer');
    for (const way of [
      'MONGODB_URI',
      'docker compose up',
      'ROOMLOG_MONGOD',
      'HTTPS_PROXY',
      'pip',
    ]) {
      await expect(refused).rejects.toThrow(way);
    }
  });

  test('moving the data away is a way out only where there is data', () => {
    expect(noMongod([], undefined).message).not.toContain('move .data/');
    expect(noMongod([], parseMongodVersion('8.2.6')).message).toContain('written by MongoDB 8.2.6');
  });
});

test('ROOMLOG_MONGOD alone is tried when it is set, and named when it does not run', async () => {
  const env = { ROOMLOG_MONGOD: '/nowhere/mongod' } as unknown as NodeJS.ProcessEnv;
  await expect(findMongod({ data: undefined, say: quiet, env })).rejects.toThrow(
    /ROOMLOG_MONGOD: .*\/nowhere\/mongod/,
  );
});
