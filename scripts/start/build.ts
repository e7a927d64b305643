import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { SetupProblem } from '@/infrastructure/setup-problem';
import { runVisibly } from '../process/run-visibly';
import { projectFolder } from '../setup/project.mjs';
import { buildHash } from './build-hash';

const FRESH = '.next-fresh';
/** The folder of the build that `npm start` serves. */
export const SERVED = '.next-served';
const HASH_FILE = 'roomlog-build-hash';

/**
 * Builds the app when its sources have changed since the last build. It is built beside the served
 * folder and then takes its place, so a build that was broken off is never served.
 *
 * @throws SetupProblem when the build fails
 */
export async function buildWhenChanged(stop: AbortSignal): Promise<void> {
  const hash = await buildHash(projectFolder, process.env);
  const served = join(projectFolder, SERVED);
  const built = await readFile(join(served, HASH_FILE), 'utf8').catch(() => '');
  if (built === hash) return;
  const fresh = join(projectFolder, FRESH);
  await rm(fresh, { recursive: true, force: true });
  console.log('Building the app …');
  if (!(await buildInto(FRESH, stop))) return;
  await writeFile(join(fresh, HASH_FILE), hash);
  await rm(served, { recursive: true, force: true });
  await rename(fresh, served);
}

/** Builds the app for production into a folder of the project; gives false when told to stop. */
async function buildInto(folder: string, stop: AbortSignal): Promise<boolean> {
  const next = join(projectFolder, 'node_modules', 'next', 'dist', 'bin', 'next');
  const env = { ...process.env, NODE_ENV: 'production' as const, ROOMLOG_DIST_DIR: folder };
  const code = await runVisibly(process.execPath, [next, 'build'], { env, stop });
  if (stop.aborted) return false;
  if (code !== 0) {
    throw new SetupProblem(
      'The app could not be built; the reason stands above. If it says ENOSPC, the disk is full.',
    );
  }
  // They describe the routes of this one build; left there, they would confuse the next type check.
  await rm(join(projectFolder, folder, 'types'), { recursive: true, force: true });
  return true;
}
