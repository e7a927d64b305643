import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SetupProblem } from '../setup-problem';
import { isWritten } from './growing-file';
import { keptPart } from './keep-part';
import { fileNames, manifestName, partsInOrder } from './manifest';
import { noteAt, type Note } from './unfinished';

const noteName = 'unfinished.json';

const ours = new Set<string>([
  ...Object.values(fileNames),
  ...[manifestName, noteName].flatMap((name) => [name, `${name}.new`]),
]);

const keptParts = z.partialRecord(z.enum(partsInOrder), keptPart);

/** How far each part of a backup is that was begun. */
export type KeptParts = z.infer<typeof keptParts>;

/**
 * Makes a folder ready for a backup, for its owner only: one that is not there yet, is empty, or
 * holds nothing but a backup that was broken off. Gives the note in which it says how far it is. Throws
 * SetupProblem for any other.
 */
export const prepareFolder = async (folder: string): Promise<Note<KeptParts>> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  if (names.includes(manifestName)) {
    throw new SetupProblem(
      `${folder} holds a finished backup. Name another folder for the new one.`,
    );
  }
  const other = names.find((name) => !ours.has(name));
  if (other !== undefined) {
    throw new SetupProblem(
      `${folder} holds other files (${other}). Name a folder that is empty or not there yet.`,
    );
  }
  return noteAt(join(folder, noteName), keptParts);
};

/** Whether the parts in a folder are as they were kept, as far as they were. */
export const areKept = async (folder: string, kept: KeptParts): Promise<boolean> => {
  for (const part of partsInOrder) {
    const its = kept[part];
    if (its && !(await isWritten(join(folder, fileNames[part]), its))) return false;
  }
  return true;
};
