import { SetupProblem } from '@/infrastructure/setup-problem';
import { tally } from './setup/tally.mjs';
import { runSteps } from './test/run-steps';
import * as steps from './test/steps';

const { format, lint, types, arrows, unused, unit, integration } = steps;
const quick = [format, types, arrows, unused, unit, lint];

/** `npm run check`: everything that needs neither database nor build, or only the named steps. */
export async function main(names: string[]): Promise<void> {
  const known = [...quick, integration];
  const chosen = names.map((name) => {
    const step = known.find((each) => each.name === name);
    if (step) return step;
    const all = known.map((each) => each.name).join(', ');
    throw new SetupProblem(`There is no step "${name}". There are: ${all}.`);
  });
  if (chosen.length > 0) await runSteps(chosen);
  else await Promise.all([runSteps([lint]), runSteps([format, types, arrows, unused, unit])]);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  if (tally.failed > 0) process.exitCode = 1;
}
