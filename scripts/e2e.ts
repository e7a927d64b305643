import { SetupProblem } from '@/infrastructure/setup-problem';
import { takeLock } from './setup/project-lock.mjs';
import { journeys } from './test/journeys';
import { buildTested, testedBuildIsFresh } from './test/tested-build';

/**
 * `npm run e2e`: the browser journeys, after a build when the sources have changed. Arguments go to
 * Playwright: `npm run e2e -- book --headed`.
 */
export async function main(args: string[]): Promise<void> {
  const release = await takeLock('test', () => 'testing');
  if (!release)
    throw new SetupProblem('Another npm test or npm run e2e is at work on this folder.');
  if (!(await testedBuildIsFresh())) {
    console.log('Building the app …');
    const build = await buildTested();
    if (build.code !== 0) throw new SetupProblem(`The app could not be built:\n${build.output}`);
  }
  const result = await journeys(args);
  console.log(`${result.output.trim()}\n\n${result.passed} passed, ${result.failed} failed`);
  if (result.failed > 0) process.exitCode = 1;
  release();
}
