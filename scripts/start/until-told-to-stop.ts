import { fstatSync } from 'node:fs';

/** Input that ends this early was never a parent holding on to us (`echo | npm start`). */
const EARLY_MS = 2000;

/**
 * An abort signal for everything that may end `npm start`: Ctrl-C, SIGTERM, a closed terminal, and
 * the death of npm, which does not hand its own signals down. A second Ctrl-C ends at once; the
 * watchdogs then stop what is left.
 */
export function untilToldToStop(): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130);
    console.log('\nStopping …');
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  const parentGone = () => {
    if (!stop.signal.aborted) stop.abort();
  };
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) parentGone();
    }, 500).unref();
    watchInput(parentGone);
  }
  return stop.signal;
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
