/**
 * `node stop-orphan.mjs <process id>` stops that process when its launcher is gone. The launcher holds
 * the other end of this program's standard input, so the end of that input is the end of the
 * launcher, even by kill -9. The word `released` says beforehand that nothing is to be stopped.
 * The process is asked first, and killed after ten seconds.
 */
import { text } from 'node:stream/consumers';

const pid = Number(process.argv[2]);

/** @param {NodeJS.Signals | 0} name @returns {boolean} whether there is such a process */
const signal = (name) => {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};

// Ctrl-C reaches every process of the terminal; the launcher decides, not this one.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);

if ((await text(process.stdin)) !== 'released' && signal('SIGTERM')) {
  for (let waited = 0; signal(0) && waited < 10_000; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  signal('SIGKILL');
}
