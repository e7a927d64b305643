import { defineConfig } from '@playwright/test';

/**
 * The journeys run against an app that is there already: `npm run e2e` and `npm test` build and
 * start it, with a database of its own, and set ROOMLOG_URL (and ROOMLOG_CHROMIUM where Playwright
 * has no browser of its own).
 */
const executablePath = process.env.ROOMLOG_CHROMIUM;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  testIgnore: ['node_modules/**', '.next*/**', '.data/**'],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.ROOMLOG_URL,
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: executablePath ? { executablePath } : {},
  },
  projects: [{ name: 'desktop', use: { viewport: { width: 1280, height: 800 } } }],
});
