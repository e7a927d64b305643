import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { withDirectClient } from './replica-set';

/** Why a mongod ended although it should run. */
export type EndReason =
  | { readonly kind: 'folder in use' }
  | { readonly kind: 'port taken' }
  | { readonly kind: 'disk full' }
  | { readonly kind: 'newer data' }
  | { readonly kind: 'other'; readonly text: string };

/** The folder with MongoDB's files, and its log, inside a data folder. */
export const dbPathOf = (folder: string): string => join(resolve(folder), 'db');
export const logPathOf = (folder: string): string => join(resolve(folder), 'mongod.log');

/**
 * Starts a mongod in a process group of its own: Ctrl-C must not reach it before the app has given
 * its last answers.
 */
export async function spawnMongod(
  path: string,
  folder: string,
  port: number,
  parameters: readonly string[],
): Promise<ChildProcess> {
  const log = logPathOf(folder);
  await rename(log, `${log}.1`).catch(() => undefined);
  const args = ['--dbpath', dbPathOf(folder), '--port', String(port), '--bind_ip', '127.0.0.1'];
  args.push('--replSet', 'rs0', '--logpath', log, '--quiet');
  if (process.platform !== 'win32') args.push('--nounixsocket');
  for (const parameter of parameters) args.push('--setParameter', parameter);
  const child = spawn(path, args, { detached: true, stdio: 'ignore' });
  child.unref();
  return child;
}

/**
 * Waits until a mongod answers.
 *
 * @returns undefined when it does, else why it ended
 */
export async function untilItAnswers(
  child: ChildProcess,
  folder: string,
  port: number,
  timeoutMs = 60_000,
): Promise<EndReason | undefined> {
  let spawnError: Error | undefined;
  child.once('error', (error) => (spawnError = error));
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (spawnError) return { kind: 'other', text: spawnError.message };
    if (child.exitCode !== null || child.signalCode !== null) return endReason(child, folder);
    const answers = await withDirectClient(port, (client) =>
      client.db('admin').command({ ping: 1 }),
    ).catch(() => undefined);
    if (answers) return undefined;
    await pause(50);
  }
  child.kill('SIGKILL');
  return { kind: 'other', text: `it did not answer within ${String(timeoutMs / 1000)} s` };
}

async function endReason(child: ChildProcess, folder: string): Promise<EndReason> {
  if (child.signalCode === 'SIGILL') {
    return { kind: 'other', text: 'this processor has no AVX instructions, which MongoDB needs' };
  }
  const log = await readFile(logPathOf(folder), 'utf8').catch(() => '');
  return readEndReason(log, child.exitCode ?? child.signalCode);
}

/**
 * Reads from its log why a mongod ended.
 *
 * @param exit exit code or signal name
 */
export function readEndReason(log: string, exit: number | string | null): EndReason {
  if (/DBPathInUse|Unable to lock the lock file/.test(log)) return { kind: 'folder in use' };
  if (/address already in use/i.test(log)) return { kind: 'port taken' };
  if (/no space left on device|ENOSPC/i.test(log)) return { kind: 'disk full' };
  if (
    exit === 62 ||
    /Wrong mongod version|MustDowngrade|MustUpgrade|unsupported WiredTiger file version/i.test(log)
  ) {
    return { kind: 'newer data' };
  }
  const worst = log.split('\n').filter((line) => /"s":"[FE]"/.test(line));
  const text = worst.at(-1) ?? log.trim().split('\n').at(-1) ?? '';
  return { kind: 'other', text: `it ended with ${String(exit)}: ${text.slice(0, 600)}` };
}
