import { untilGone, sendSignal } from '@/infrastructure/mongodb/process-life';
import { askHealth } from '../process/health';
import { askDataHolder, dataIsUsed } from '../process/data-lock';
import { readRunning } from './running';

/** How \`npm start\` calls itself to others. */
export const START = 'npm start';

/** How long the watchdog of a killed start may need to stop its app. */
const LEFT_BEHIND_MS = 12_000;

/**
 * What a second `npm start` says while the first one is there.
 *
 * @throws SetupProblem when another tool uses `.data/`
 */
export async function describeFirst(): Promise<string> {
  const holder = await askDataHolder();
  if (holder?.command !== START) throw dataIsUsed(holder);
  const running = await readRunning();
  if (running && holder.running && (await askHealth(running.address))) {
    return `Roomlog is already running at ${running.address}`;
  }
  return 'Another npm start is at work on this folder; it names the address when it is done.';
}

/**
 * Stops the app of a start that was killed, should its watchdog have been killed too. Only what
 * proves by its own answer to be that app is stopped.
 */
export async function stopLeftBehind(): Promise<void> {
  const running = await readRunning();
  if (!running) return;
  const { app } = running.processes;
  const health = await askHealth(running.address);
  if (health?.process !== app) return;
  sendSignal(app, 'SIGTERM');
  if (!(await untilGone(app, true, LEFT_BEHIND_MS))) sendSignal(app, 'SIGKILL');
}
