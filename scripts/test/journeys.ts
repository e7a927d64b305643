import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '@/infrastructure/mongodb/free-port';
import { startTemporaryServer } from '@/infrastructure/mongodb/temporary-server';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { startAppServer } from '../process/app-server';
import { programFile } from '../process/packages';
import { runQuietly } from '../process/run-quietly';
import { urlOf } from '../start/address';
import { seedWhenEmpty } from '../start/seed-when-empty';
import { findChromium } from './chromium';
import { countPlaywright } from './count';
import { TESTED, testedBuildExists } from './tested-build';
import { readReport, type StepResult } from './steps';

const HOST = '127.0.0.1';

/**
 * Runs the browser journeys against a built app, with a port and a seeded database of its own.
 *
 * @param args further arguments for Playwright
 * @throws SetupProblem when there is no build, no browser or no MongoDB
 */
export async function journeys(args: readonly string[]): Promise<StepResult> {
  if (!(await testedBuildExists())) {
    throw new SetupProblem('Not run, as the app could not be built.');
  }
  const browser = await findChromium(console.log);
  console.log(`The browser is ${browser.from}.`);
  const database = await startTemporaryServer(console.log);
  try {
    await seedWhenEmpty(database.uri, new AbortController().signal);
    const port = await freePort();
    const url = urlOf(HOST, port);
    const app = await startAppServer({
      folder: TESTED,
      host: HOST,
      port,
      url,
      mongodbUri: database.uri,
    });
    try {
      return await playwright({ url, mongodbUri: database.uri, chromium: browser.path, args });
    } finally {
      await app.stop();
    }
  } finally {
    await database.stop();
  }
}

async function playwright(options: {
  url: string;
  mongodbUri: string;
  chromium: string | undefined;
  args: readonly string[];
}): Promise<StepResult> {
  const reports = await mkdtemp(join(tmpdir(), 'roomlog-report-'));
  const file = join(reports, 'report.json');
  const { code, output } = await runQuietly(
    process.execPath,
    [programFile('playwright'), 'test', '--reporter=list,json', ...options.args],
    {
      ...process.env,
      CI: '1',
      // The journeys arrange with the app's own commands, which run on a server only.
      NODE_OPTIONS: '--conditions=react-server',
      ROOMLOG_URL: options.url,
      MONGODB_URI: options.mongodbUri,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ...(options.chromium ? { ROOMLOG_CHROMIUM: options.chromium } : {}),
    },
  );
  const report = await readReport(file);
  await rm(reports, { recursive: true, force: true });
  return { ...countPlaywright(report, code), output };
}
