import { whenParentGone } from './when-parent-gone';

/**
 * An abort signal for everything that may end a tool: Ctrl-C, SIGTERM, a closed terminal, and the
 * death of npm. A second Ctrl-C ends at once; the watchdogs then stop what is left.
 */
export function untilToldToStop(): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130);
    console.log('\nStopping …');
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  void whenParentGone(() => {
    stop.abort();
  });
  return stop.signal;
}
