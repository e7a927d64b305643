import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Whether a process runs. On Linux one that has ended but was not collected by its parent (a zombie,
 * usual in containers without an init process) does not count.
 */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const status = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  if (!/\) [ZX] /.test(status)) return true;
  // Its first thread may have ended before the others, which still hold its files and ports.
  return (await readdir(`/proc/${String(pid)}/task`).catch(() => [])).length > 1;
}

/** Waits until a process is gone; the waiting alone keeps no program running unless `hold`. */
export async function untilGone(
  pid: number,
  hold: boolean,
  timeoutMs = Infinity,
): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (await isAlive(pid)) {
    if (Date.now() > end) return false;
    await pause(100, undefined, { ref: hold });
  }
  return true;
}

/** Sends a signal; a process that is gone is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}
