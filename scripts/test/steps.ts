import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { programFile, type PackageProgram } from '../process/packages';
import { runQuietly, type QuietResult } from '../process/run-quietly';
import { countVitest, type Count } from './count';

/** What a step of the check came to, and what it printed. */
export type StepResult = Count & { readonly output: string };

/** A step of `npm test`. */
export type Step = { readonly name: string; readonly run: () => Promise<StepResult> };

const node = (program: PackageProgram, ...args: string[]): Promise<QuietResult> =>
  runQuietly(process.execPath, [programFile(program), ...args], { ...process.env, CI: '1' });

/** A step that passes or fails as a whole. */
export function wholeStep(name: string, run: () => Promise<QuietResult>): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await run();
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

export const format = wholeStep('format', () =>
  node('prettier', '--check', '--log-level=warn', '.'),
);
export const lint = wholeStep('lint', () => node('eslint', '--max-warnings=0', '.'));
export const arrows = wholeStep('arrows', () =>
  node('depcruise', '--config', '.dependency-cruiser.cjs', 'app', 'domain', 'infrastructure'),
);
export const unused = wholeStep('unused', () => node('knip'));

/** Next writes the types of the routes first; they are not in the repository. */
export const types = wholeStep('types', async () => {
  const generated = await node('next', 'typegen');
  return generated.code === 0 ? node('tsc', '--noEmit') : generated;
});

export const unit: Step = { name: 'unit', run: () => vitest('unit') };
export const integration: Step = { name: 'integration', run: () => vitest('integration') };

async function vitest(project: string): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'roomlog-report-'));
  const file = join(folder, 'report.json');
  const { code, output } = await node(
    'vitest',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  );
  const report = await readReport(file);
  await rm(folder, { recursive: true, force: true });
  return { ...countVitest(report, code), output };
}

/** Reads a JSON report; undefined when the run broke off before it was written. */
export async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
