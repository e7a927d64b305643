import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client, type ClientConfig } from 'pg';
import { freePort } from '@/infrastructure/mongodb/free-port';
import { watchOver } from '@/infrastructure/mongodb/watchdog';
import { findPostgres } from './program';

/** A running PostgreSQL and how to connect to it. */
export type PostgresServer = {
  readonly connect: ClientConfig;
  readonly stop: () => Promise<void>;
};

const run = promisify(execFile);
const user = 'bench';
const readyMilliseconds = 30_000;

/**
 * Starts PostgreSQL with its defaults (fsync and synchronous commit on) on an empty temporary
 * folder, reachable on loopback only. Undefined when there is none and none can be installed.
 */
export const startPostgres = async (
  say: (line: string) => void,
): Promise<PostgresServer | undefined> => {
  const programs = await findPostgres(say);
  if (!programs) return undefined;
  // Named so that the next temporary MongoDB sweeps it should this process be killed.
  const folder = await mkdtemp(join(tmpdir(), `roomlog-temp-${process.pid}-postgres-`));
  try {
    return await startOn(folder, programs);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
};

const startOn = async (folder: string, programs: string): Promise<PostgresServer> => {
  const data = join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const as = await whoMayRunIt();
  for (const path of as ? [folder, passwordFile] : [])
    await chown(path, as?.uid ?? 0, as?.gid ?? 0);
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-U', user, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--locale=C'],
    { ...as, cwd: folder },
  );
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'fsync=on',
    'synchronous_commit=on',
  ];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let heard = '';
  server.stderr.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const ended = once(server, 'exit').catch(() => undefined);
  const release = watchOver(server.pid ?? 0);
  const stop = async () => {
    // It need not write down what is thrown away.
    server.kill('SIGQUIT');
    await ended;
    release();
    await rm(folder, { recursive: true, force: true });
  };
  const connect = { host: '127.0.0.1', port, user, password, database: 'postgres' };
  if (await answers(connect, () => server.exitCode !== null)) return { connect, stop };
  await stop();
  throw new Error(`PostgreSQL did not start:\n${heard.trim()}`);
};

const answers = async (connect: ClientConfig, gone: () => boolean): Promise<boolean> => {
  const end = performance.now() + readyMilliseconds;
  while (!gone() && performance.now() < end) {
    const client = new Client(connect);
    client.on('error', () => undefined);
    const connected = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (connected) return true;
    await pause(100);
  }
  return false;
};

/** PostgreSQL refuses to run as root: then as its own user, or as nobody. */
const whoMayRunIt = async (): Promise<{ uid: number; gid: number } | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map((which) => run('id', [which, name]).catch(() => undefined)),
    );
    if (uid && gid) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user to run it as');
};
