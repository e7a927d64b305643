import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

const schema = z.object({ version: z.string(), port: z.number(), pid: z.number() });

/** Which mongod last opened a data folder: its version, and where it listened. */
export type DataRecord = z.infer<typeof schema>;

const FILE = 'mongod.json';

/** Reads the record of a data folder; undefined when there is none or it is unreadable. */
export async function readDataRecord(folder: string): Promise<DataRecord | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes the record in one piece, so that a crash leaves the old or the new one. */
export async function writeDataRecord(folder: string, record: DataRecord): Promise<void> {
  const fresh = join(folder, `${FILE}.${String(process.pid)}`);
  await writeFile(fresh, `${JSON.stringify(record, null, 2)}\n`);
  await rename(fresh, join(folder, FILE));
}
