import { whenParentGone } from './process/when-parent-gone';
import { takeLock } from './setup/project-lock.mjs';
import { tally } from './setup/tally.mjs';
import { journeys } from './test/journeys';
import { runSteps } from './test/run-steps';
import * as steps from './test/steps';
import { buildTested } from './test/tested-build';

/** `npm test`: the whole check. The last line of the process says how many passed and failed. */
export async function main(): Promise<void> {
  void whenParentGone(() => process.exit(143));
  const release = await takeLock('test', () => 'testing');
  if (!release) {
    console.log(
      'Another npm test or npm run e2e is at work on this folder; wait until it is done.',
    );
    return;
  }
  const { format, types, arrows, unused, lint, unit, integration, wholeStep } = steps;
  const build = wholeStep('build', buildTested);
  // What needs one core each runs side by side; the tests after that use both.
  await Promise.all([runSteps([lint, format, arrows]), runSteps([types, unused, build])]);
  await runSteps([unit, integration, { name: 'journeys', run: () => journeys([]) }]);
  tally.finished = true;
  release();
}
