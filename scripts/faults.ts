import { findMongod } from '@/infrastructure/mongodb/find-mongod';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { runTypeScript } from './process/run-visibly';
import { untilToldToStop } from './process/until-told-to-stop';
import { takeLock } from './setup/project-lock.mjs';
import { buildTested, testedBuildIsFresh } from './test/tested-build';

/**
 * `npm run faults`: bookings on two app servers and three MongoDB servers, while these are killed and
 * frozen; then whether every promise was kept. `npm run faults -- <seed>` repeats a run.
 */
export async function main(args: string[]): Promise<void> {
  const stop = untilToldToStop();
  const release = await takeLock('test', () => 'faults');
  if (!release)
    throw new SetupProblem('npm test or npm run e2e is using the build; wait until it is done.');
  try {
    if (!(await testedBuildIsFresh())) {
      console.log('Building the app …');
      const build = await buildTested();
      if (build.code !== 0) throw new SetupProblem(`The app could not be built:\n${build.output}`);
    }
    const { path } = await findMongod({ data: undefined, say: console.log });
    process.exitCode = await runTypeScript('faults/run.ts', [path, ...args], {
      env: { LOG_LEVEL: 'silent', ...process.env },
      stop,
    });
  } finally {
    release();
  }
}
