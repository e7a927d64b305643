import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { projectFolder } from '../setup/project.mjs';

const schema = z.object({
  address: z.string(),
  mongodbUri: z.string(),
  startedAt: z.string(),
  processes: z.object({
    launcher: z.number(),
    app: z.number(),
    mongod: z.number().optional(),
  }),
});

/** What `npm start` tells about itself in `.data/running.json` while it runs. */
export type Running = z.infer<typeof schema>;

/** The folder with the embedded database and what else `npm start` keeps. */
export const dataFolder = join(projectFolder, '.data');

const FILE = join(dataFolder, 'running.json');

/** Reads what was told; undefined when nothing runs. After a kill -9 it may tell of the dead. */
export async function readRunning(): Promise<Running | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(FILE, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Tells where the app runs. Only the user may read it: the MongoDB URI may hold a password. */
export async function writeRunning(running: Running): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(`${FILE}.new`, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  await rename(`${FILE}.new`, FILE);
}

/** Tells that nothing runs any more. */
export async function clearRunning(): Promise<void> {
  await rm(FILE, { force: true });
}
