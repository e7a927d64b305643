import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./stop-orphan.mjs', import.meta.url));

/**
 * Makes sure that a process does not outlive this one, not even when this one is killed with -9:
 * a small program of its own (stop-orphan.mjs) then stops it.
 *
 * @returns ends the watch without stopping anything
 */
export function watchOver(pid: number): () => void {
  const watchdog = spawn(process.execPath, [PROGRAM, String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // When somebody ends the watchdog, the program it serves goes on.
  watchdog.on('error', () => undefined);
  watchdog.stdin.on('error', () => undefined);
  watchdog.unref();
  return () => watchdog.stdin.end('released');
}
