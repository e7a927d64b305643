/** What `npm test` has counted so far; every test and every further step is one. */
export const tally = { passed: 0, failed: 0, finished: false };

/**
 * Makes `N passed, N failed` the last line of this process, however it ends: at the end, after an
 * error nobody caught, or on a signal. A run that was broken off counts as one failure more.
 */
export function endWithTally() {
  process.on('exit', () => {
    const failed = tally.failed + (tally.finished ? 0 : 1);
    if (failed > 0) process.exitCode ||= 1;
    console.log(`\n${tally.passed} passed, ${failed} failed`);
  });
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => process.exit(code));
  }
}
