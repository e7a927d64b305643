import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { sendSignal } from '@/infrastructure/mongodb/process-life';
import { watchOver } from '@/infrastructure/mongodb/watchdog';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { projectFolder } from '../setup/project.mjs';
import { askHealth } from './health';

/** A running production server of Next. */
export type AppServer = {
  readonly pid: number;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Lets it answer what it has begun, then ends it. */
  readonly stop: () => Promise<void>;
};

const READY_MS = 60_000;
/** How long open answers may take at the end. */
const STOP_MS = 10_000;

/**
 * Starts the built app and waits until it and its database answer. In a process group of its own:
 * Ctrl-C must reach the launcher only, which then keeps the order.
 *
 * @param options.folder the folder of the build
 * @throws SetupProblem with what the server said, when it does not answer
 */
export async function startAppServer(options: {
  folder: string;
  host: string;
  port: number;
  url: string;
  mongodbUri: string;
}): Promise<AppServer> {
  const next = join(projectFolder, 'node_modules', 'next', 'dist', 'bin', 'next');
  const args = [next, 'start', '-p', String(options.port), '-H', options.host];
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      // In a terminal a line for each command would bury the one that names the address.
      LOG_LEVEL: 'warn',
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ROOMLOG_DIST_DIR: options.folder,
      MONGODB_URI: options.mongodbUri,
    },
  });
  const exit = once(child, 'exit').then(() => undefined);
  const pid = child.pid ?? 0;
  const release = watchOver(pid);
  const ended = exit.then(release);
  let heard = '';
  let ready = false;
  // Next's own greeting would hide the line that names the address; it is shown when all fails.
  const listen = (chunk: Buffer) => {
    if (ready) process.stdout.write(chunk);
    else heard += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);

  const stop = async () => {
    sendSignal(pid, 'SIGTERM');
    const late = setTimeout(() => {
      sendSignal(pid, 'SIGKILL');
    }, STOP_MS);
    await ended;
    clearTimeout(late);
  };
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  const end = Date.now() + READY_MS;
  let health = await askHealth(options.url);
  while (health?.status !== 'ok' || health.process !== pid) {
    if (gone() || Date.now() > end) {
      await stop();
      throw new SetupProblem(
        `The app did not start: ${health?.status ?? 'no answer'}. It said:\n${heard.trim()}`,
      );
    }
    await pause(100);
    health = await askHealth(options.url);
  }
  ready = true;
  return { pid, ended, stop };
}
