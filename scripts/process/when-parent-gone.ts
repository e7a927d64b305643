import { fstatSync } from 'node:fs';

import { isAlive } from '@/infrastructure/mongodb/process-life';
import { parentProcesses } from './parent-processes';

const LOOK_MS = 500;
/** Input that ends this early was never a parent holding on to us (`echo | npm start`). */
const EARLY_MS = 2000;

/**
 * Calls `gone` when the npm that runs this ends without telling: it does not hand signals down, and
 * cannot when it is killed. Does nothing when npm does not run this.
 */
export async function whenParentGone(gone: () => void): Promise<void> {
  if (!process.env.npm_lifecycle_event) return;
  watchInput(gone);
  const parents = await parentProcesses();
  const timer = setInterval(() => {
    void Promise.all(parents.map(isAlive)).then((alive) => {
      if (alive.every(Boolean)) return;
      clearInterval(timer);
      gone();
    });
  }, LOOK_MS);
  timer.unref();
}

/** A parent that started us with a pipe as input is gone when the pipe ends. */
function watchInput(gone: () => void): void {
  const began = Date.now();
  try {
    const input = fstatSync(0);
    if (!input.isFIFO() && !input.isSocket()) return;
  } catch {
    return;
  }
  process.stdin.on('error', () => undefined);
  process.stdin.on('end', () => {
    if (Date.now() - began > EARLY_MS) gone();
  });
  process.stdin.resume();
  process.stdin.unref();
}
