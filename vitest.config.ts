import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const resolve = {
  alias: {
    '@': path('.'),
    // Outside Next the real one throws.
    'server-only': path('node_modules/server-only/empty.js'),
  },
};

const exclude = ['node_modules', '.next*/**', '.data'];

/** `unit` needs nothing but the code; `integration` brings a real MongoDB of its own. */
export default defineConfig({
  resolve,
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['**/*.unit.spec.{ts,tsx}'],
          exclude,
          // Some load half the app; on a machine that is busy with other things that takes its time.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          include: ['**/*.int.spec.ts'],
          exclude,
          globalSetup: ['infrastructure/testing/mongod-for-tests.ts'],
          setupFiles: ['infrastructure/testing/set-mongodb-uri.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
