import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupProblem } from '../setup-problem';
import { fileNames, manifestName } from './manifest';

const unfinished = new Set<string>([...Object.values(fileNames), `${manifestName}.new`]);

/**
 * Makes a folder ready for a backup, for its owner only: one that is not there yet, is empty, or
 * holds nothing but a backup that was broken off, which is removed: a moment that is past cannot be
 * read again. Throws SetupProblem for any other.
 */
export const prepareFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  if (names.includes(manifestName)) {
    throw new SetupProblem(
      `${folder} holds a finished backup. Name another folder for the new one.`,
    );
  }
  const other = names.find((name) => !unfinished.has(name));
  if (other !== undefined) {
    throw new SetupProblem(
      `${folder} holds other files (${other}). Name a folder that is empty or not there yet.`,
    );
  }
  for (const name of names) await rm(join(folder, name));
};
