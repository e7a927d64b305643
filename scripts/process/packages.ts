import { join } from 'node:path';

import { projectFolder } from '../setup/project.mjs';

const PROGRAMS = {
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  next: 'next/dist/bin/next',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
} as const;

/** The name of a program that comes with the packages. */
export type PackageProgram = keyof typeof PROGRAMS;

/** The file of a program, to be run by Node itself: works alike on every system, without a shell. */
export function programFile(name: PackageProgram): string {
  return join(projectFolder, 'node_modules', ...PROGRAMS[name].split('/'));
}
