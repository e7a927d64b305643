import { access } from 'node:fs/promises';

import { chromium } from '@playwright/test';

import { installPackages } from '@/infrastructure/mongodb/missing-library';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { programFile } from '../process/packages';
import { runQuietly } from '../process/run-quietly';

/** Where systems keep a Chromium, or Chrome. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium that starts: `path` is undefined for the one Playwright brings itself. */
export type Browser = { readonly path: string | undefined; readonly from: string };

/**
 * Finds or fetches a Chromium: ROOMLOG_CHROMIUM, Playwright's own, the system's, Playwright's
 * download, apt where we are root.
 *
 * @throws SetupProblem naming the ways out
 */
export async function findChromium(say: (line: string) => void): Promise<Browser> {
  const named = process.env.ROOMLOG_CHROMIUM;
  if (named) return mustStart({ path: named, from: 'ROOMLOG_CHROMIUM' });
  const own = { path: undefined, from: "Playwright's own" };
  if (await starts(own.path)) return own;
  const installed = await onThisSystem();
  if (installed) return installed;
  say('Downloading Chromium for Playwright …');
  const download = await playwright('install', 'chromium');
  if (download.code === 0 && isRoot && !(await starts(own.path))) {
    say('Installing the libraries it needs …');
    await playwright('install-deps', 'chromium');
  }
  if (await starts(own.path)) return { ...own, from: "Playwright's own, downloaded now" };
  say(`That failed: ${/^.*(error|failed).*$/im.exec(download.output)?.[0] ?? 'it does not start'}`);
  if (await installPackages(['chromium'], say)) {
    const fresh = await onThisSystem();
    if (fresh) return { ...fresh, from: `${fresh.from}, installed now with apt-get` };
  }
  throw new SetupProblem(
    'No Chromium could be found or fetched. Any one of these helps: npx playwright install --with-deps chromium; ' +
      'installing Chromium or Chrome; setting ROOMLOG_CHROMIUM to the path of one.',
  );
}

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

const playwright = (...args: string[]) =>
  runQuietly(process.execPath, [programFile('playwright'), ...args]);

async function onThisSystem(): Promise<Browser | undefined> {
  for (const path of PLACES) if (await starts(path)) return { path, from: path };
  return undefined;
}

async function mustStart(browser: Browser): Promise<Browser> {
  if (await starts(browser.path)) return browser;
  throw new SetupProblem(`${browser.from} is set to ${browser.path ?? ''}, which does not start.`);
}

async function starts(path: string | undefined): Promise<boolean> {
  const file = path ?? chromium.executablePath();
  if (
    !(await access(file).then(
      () => true,
      () => false,
    ))
  )
    return false;
  try {
    await (await chromium.launch(path ? { executablePath: path } : {})).close();
    return true;
  } catch {
    return false;
  }
}
