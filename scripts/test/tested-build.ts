import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { programFile } from '../process/packages';
import { runQuietly, type QuietResult } from '../process/run-quietly';
import { projectFolder } from '../setup/project.mjs';
import { buildHash } from '../start/build-hash';

/** The folder of the build under test; never the one `npm start` serves. */
export const TESTED = '.next-test';
const HASH_FILE = join(projectFolder, TESTED, 'roomlog-build-hash');

/** Builds the app for production into the folder of the tests. */
export async function buildTested(): Promise<QuietResult> {
  const hash = await buildHash(projectFolder, process.env);
  await rm(join(projectFolder, TESTED), { recursive: true, force: true });
  const env = { ...process.env, NODE_ENV: 'production' as const, ROOMLOG_DIST_DIR: TESTED };
  const result = await runQuietly(process.execPath, [programFile('next'), 'build'], env);
  // They describe the routes of this one build; left there, they would confuse the next type check.
  await rm(join(projectFolder, TESTED, 'types'), { recursive: true, force: true });
  if (result.code === 0) await writeFile(HASH_FILE, hash);
  return result;
}

/** Whether there is a build under test; one that failed or was broken off is none. */
export async function testedBuildExists(): Promise<boolean> {
  return (await builtHash()) !== '';
}

/** Whether the build under test was made from the sources as they are now. */
export async function testedBuildIsFresh(): Promise<boolean> {
  return (await builtHash()) === (await buildHash(projectFolder, process.env));
}

function builtHash(): Promise<string> {
  return readFile(HASH_FILE, 'utf8').catch(() => '');
}
