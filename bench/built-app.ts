import { freePort } from '@/infrastructure/mongodb/free-port';
import { startAppServer } from '../scripts/process/app-server';
import { takeLock } from '../scripts/setup/project-lock.mjs';
import { urlOf } from '../scripts/start/address';
import { buildTested, TESTED, testedBuildIsFresh } from '../scripts/test/tested-build';
import type { Bench } from './measurement';

const host = '127.0.0.1';

/**
 * Starts the app as it is built for production, on the bench's database and a free port of loopback,
 * until the end of the run. Builds it when the sources have changed since the last build for tests.
 * Throws while a test run uses that build.
 *
 * @returns its address
 */
export const startBuiltApp = async (bench: Bench): Promise<string> => {
  const release = await takeLock('test', () => 'measuring');
  if (!release)
    throw new Error('npm test or npm run e2e is using the build; wait until it is done.');
  bench.atEnd(() => {
    release();
    return Promise.resolve();
  });
  if (!(await testedBuildIsFresh())) {
    bench.say('Building the app …');
    const build = await buildTested();
    if (build.code !== 0) throw new Error(`The app could not be built:\n${build.output}`);
  }
  const port = await freePort();
  const url = urlOf(host, port);
  const { mongodbUri } = bench;
  const app = await startAppServer({ folder: TESTED, host, port, url, mongodbUri });
  bench.atEnd(app.stop);
  return url;
};
