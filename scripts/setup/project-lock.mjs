import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { projectFolder } from './project.mjs';

/**
 * Where the holder of a lock listens. The system frees it when the holder dies, however it dies;
 * only macOS keeps a file, which is then seen to be dead.
 *
 * @param {string} name
 * @returns {string}
 */
function lockPath(name) {
  const id = createHash('sha256').update(projectFolder).digest('hex').slice(0, 16);
  const unique = `roomlog-${id}-${name}`;
  if (process.platform === 'linux') return `\0${unique}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${unique}`;
  return join(tmpdir(), `${unique}.sock`);
}

/**
 * Takes a lock of this copy of the project. It ends with the process at the latest.
 *
 * @param {string} name
 * @param {() => unknown} tell what the holder answers to others who want the lock, as JSON
 * @returns {Promise<(() => void) | undefined>} releases it; undefined when another process has it
 */
export async function takeLock(name, tell) {
  const path = lockPath(name);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(JSON.stringify(tell()));
    });
    const taken = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen({ path }, () => resolve(true));
    });
    if (taken) {
      server.unref();
      return () => server.close();
    }
    if ((await askHolder(name)) !== undefined) return undefined;
    if (process.platform === 'darwin') rmSync(path, { force: true });
  }
  return undefined;
}

/**
 * Asks the holder of a lock what it does.
 *
 * @param {string} name
 * @returns {Promise<unknown>} undefined when nobody holds the lock
 */
export async function askHolder(name) {
  const socket = connect({ path: lockPath(name) });
  socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
  try {
    return JSON.parse(await text(socket));
  } catch {
    return undefined;
  }
}
