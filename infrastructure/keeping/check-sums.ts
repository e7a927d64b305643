import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupProblem } from '../setup-problem';
import { sumOf } from './line-file';
import type { Manifest, Part } from './manifest';
import type { Progress } from './progress';

/**
 * Checks that every file of a backup is as its manifest says, before anything is done with them.
 * Throws SetupProblem for one that is missing or changed.
 *
 * @param keysFile where the keys of persons are kept; undefined when they are not wanted
 */
export const checkSums = async (
  folder: string,
  { files }: Manifest,
  keysFile: string | undefined,
  progress: Progress,
): Promise<void> => {
  const parts = (Object.keys(files) as Part[]).filter((part) => part !== 'keys' || keysFile);
  let done = 0;
  for (const part of parts) {
    const { name, bytes, sha256 } = files[part];
    const path = part === 'keys' && keysFile ? keysFile : join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found) throw missing(part, path);
    const sum = await sumOf(path);
    if (sum.bytes !== bytes || sum.sha256 !== sha256) throw changed(path);
    progress('Checking files', (done += 1), parts.length);
  }
};

const missing = (part: Part, path: string) =>
  new SetupProblem(
    part === 'keys'
      ? `The keys of persons are not at ${path}. Say where they are: --keys <file>. Or leave them out ` +
          'for good: --without-keys; then nobody can read the personal texts of the store again.'
      : `${path} is missing: the backup is not whole. Take another one.`,
  );

const changed = (path: string) =>
  new SetupProblem(
    `${path} is not the file that was kept: its sum is another one. Take another copy of the backup.`,
  );
