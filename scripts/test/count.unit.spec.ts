import { describe, expect, test } from 'vitest';

import { countPlaywright, countVitest } from './count';

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array(tests).fill({}),
});
const vitest = (total: number, passed: number, files = [file('passed', total)]) => ({
  numTotalTests: total,
  numPassedTests: passed,
  testResults: files,
});
const playwright = (
  stats: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>,
  errors: unknown[] = [],
) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe("Vitest's tests are counted", () => {
  test('each passed one as passed', () => {
    expect(countVitest(vitest(7, 7), 0)).toEqual({ passed: 7, failed: 0 });
  });

  test('failed and skipped ones as failed', () => {
    expect(countVitest(vitest(7, 4), 1)).toEqual({ passed: 4, failed: 3 });
  });

  test('a file that could not be loaded as one failed', () => {
    const files = [file('passed', 2), file('failed', 0)];
    expect(countVitest(vitest(2, 2, files), 1)).toEqual({ passed: 2, failed: 1 });
  });

  test('an error beside the tests as one failed', () => {
    expect(countVitest(vitest(3, 3), 1)).toEqual({ passed: 3, failed: 1 });
  });

  test('a run without a test as one failed', () => {
    expect(countVitest(vitest(0, 0, []), 0)).toEqual({ passed: 0, failed: 1 });
  });

  test('a run that broke off without a report as one failed', () => {
    expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });
});

describe("Playwright's tests are counted", () => {
  test('expected ones as passed; unexpected, skipped and flaky ones as failed', () => {
    const report = playwright({ expected: 5, unexpected: 1, skipped: 2, flaky: 1 });
    expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 4 });
  });

  test('an error beside the tests as one failed', () => {
    expect(countPlaywright(playwright({ expected: 5 }, ['no such project']), 1)).toEqual({
      passed: 5,
      failed: 1,
    });
  });

  test('a run that broke off without a report as one failed', () => {
    expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });
});
