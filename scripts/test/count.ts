import { z } from 'zod';

/** How many tests passed and failed; a skipped test is a failed one. */
export type Count = { readonly passed: number; readonly failed: number };

const vitestReport = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

/**
 * Counts a report of Vitest's JSON reporter. A file that could not even be loaded has no tests in
 * it; it counts as one that failed.
 *
 * @param code exit code of Vitest: what it complains about beside its tests is one failure more
 */
export function countVitest(report: unknown, code: number): Count {
  const read = vitestReport.safeParse(report);
  if (!read.success) return { passed: 0, failed: 1 };
  const { numTotalTests, numPassedTests, testResults } = read.data;
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return orBroken(
    { passed: numPassedTests, failed: numTotalTests - numPassedTests + unloaded.length },
    code,
  );
}

/** Counts a report of Playwright's JSON reporter. A test that passed only when repeated has failed. */
export function countPlaywright(report: unknown, code: number): Count {
  const read = playwrightReport.safeParse(report);
  if (!read.success) return { passed: 0, failed: 1 };
  const { stats, errors } = read.data;
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return orBroken({ passed: stats.expected, failed }, code);
}

/** A run that ended badly although no test did is a failure too; so is one without any test. */
function orBroken(count: Count, code: number): Count {
  const broken = (code !== 0 && count.failed === 0) || count.passed + count.failed === 0;
  return broken ? { ...count, failed: count.failed + 1 } : count;
}
