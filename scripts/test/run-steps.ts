import { inspect } from 'node:util';

import { SetupProblem } from '@/infrastructure/setup-problem';
import { tally } from '../setup/tally.mjs';
import type { Step } from './steps';

const COLUMN = 14;

/**
 * Runs steps one after another and adds what they count to the tally. Each step says one line when
 * it begins and one when it ends; what it printed is shown when something failed.
 */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await runStep(step);
}

async function runStep({ name, run }: Step): Promise<void> {
  const began = Date.now();
  console.log(`${name.padEnd(COLUMN)} …`);
  const result = await run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: error instanceof SetupProblem ? error.message : inspect(error),
  }));
  tally.passed += result.passed;
  tally.failed += result.failed;
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const counted = `${String(result.passed)} passed, ${String(result.failed)} failed`;
  console.log(
    `${name.padEnd(COLUMN)} ${result.failed > 0 ? 'FAILED' : 'ok'} (${counted}, ${seconds} s)`,
  );
}
