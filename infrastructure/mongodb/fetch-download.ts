import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runProgram } from './run-program';
import type { Fetched } from './find-mongod';

/** The version that is downloaded for an empty data folder. */
export const DOWNLOADED_VERSION = '8.2.6';

/** How long the download site may be silent. */
const SILENCE_MS = 15_000;

/** The mongod of that version downloaded earlier, if it was; a checksum beside it tells it is whole. */
export async function cachedDownload(folder: string, version: string): Promise<string | undefined> {
  const files: string[] = await readdir(join(folder, version)).catch(() => []);
  const sum = files.find((file) => file.startsWith('mongod') && file.endsWith('.md5'));
  const mongod = sum?.slice(0, -'.md5'.length);
  return mongod && files.includes(mongod) ? join(folder, version, mongod) : undefined;
}

/**
 * Downloads MongoDB from its maker into the cache folder.
 *
 * @param version exact version, `8.2.6`
 */
export async function fetchDownload(
  folder: string,
  version: string,
  say: (line: string) => void,
): Promise<Fetched> {
  await mkdir(join(folder, version), { recursive: true });
  const program = fileURLToPath(new URL('./download-mongod.mjs', import.meta.url));
  const result = await runProgram(process.execPath, [program, join(folder, version), version], {
    silenceMs: SILENCE_MS,
    onLine: (line) => {
      if (/\d+%/.test(line)) say(line);
    },
  });
  const path = /^mongod: (.+)$/m.exec(result.output)?.[1];
  if (path) return { path };
  return { reason: result.output.trim().split('\n').at(-1) ?? 'it failed' };
}
