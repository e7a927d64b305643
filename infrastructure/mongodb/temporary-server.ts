import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedServer, type EmbeddedServer } from './embedded-server';
import { isAlive } from './process-life';

/** `roomlog-temp-<process id of the maker>-…`, so that the next run knows whose it was. */
const PREFIX = 'roomlog-temp-';

/**
 * Starts MongoDB on an empty temporary folder. Stopping removes the folder; what a killed run left
 * behind is removed by the next one.
 *
 * @param parameters further `--setParameter` values, such as `enableTestCommands=1`
 */
export async function startTemporaryServer(
  say: (line: string) => void,
  parameters: readonly string[] = [],
): Promise<EmbeddedServer> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${String(process.pid)}-`));
  const server = await startEmbeddedServer({ folder, say, parameters });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}

/** Removes the temporary folders of processes that are gone. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : NaN;
    if (Number.isNaN(pid) || (await isAlive(pid))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}
