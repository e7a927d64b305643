import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { isAlive, untilGone } from './process-life';

/** A launcher that starts something that would run for a minute, and has it watched. */
const LAUNCHER = `
  import { spawn } from 'node:child_process';
  import { watchOver } from ${JSON.stringify(fileURLToPath(new URL('./watchdog.ts', import.meta.url)))};
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { detached: true, stdio: 'ignore' });
  const release = watchOver(child.pid);
  if (process.argv.includes('release')) release();
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

async function launch(...args: string[]) {
  const flags = ['--import', 'tsx', '--input-type=module', '-e', LAUNCHER, '--', ...args];
  const launcher = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = (await once(launcher.stdout, 'data')) as [Buffer];
  return { launcher, watched: Number(printed.toString()) };
}

test('What a launcher has watched does not outlive a kill -9 of the launcher', async () => {
  const { launcher, watched } = await launch();
  expect(await isAlive(watched)).toBe(true);
  launcher.kill('SIGKILL');
  expect(await untilGone(watched, true, 8000)).toBe(true);
}, 20_000);

test('What was released lives on', async () => {
  const { launcher, watched } = await launch('release');
  launcher.kill('SIGKILL');
  expect(await untilGone(watched, true, 1500)).toBe(false);
  process.kill(watched, 'SIGKILL');
}, 20_000);
