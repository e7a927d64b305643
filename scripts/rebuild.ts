import { setTimeout as pause } from 'node:timers/promises';
import { background } from '@/infrastructure/app-background';
import { logState, type EventLog } from '@/infrastructure/event-log/open-log';
import type { Subscriptions } from '@/infrastructure/event-log/subscription';
import { closeMongoClient } from '@/infrastructure/mongodb/client';
import { operateReadModel } from '@/infrastructure/operations/operate';
import { readModelStandings } from '@/infrastructure/operations/read-model-standing';
import { subscriptionName } from '@/infrastructure/read-models/read-model';
import { readModelsOf } from '@/infrastructure/read-models/read-models';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { eventStore } from '@/infrastructure/store';
import { readArguments, wrongUse } from './process/arguments';
import { progressBar } from './process/progress-bar';
import { whatCameOfIt } from './rebuild/what-came-of-it';

const USAGE = `Usage: npm run rebuild -- <read model> [--preview]
  --preview  only tells how rows built anew would differ from those in use`;

/**
 * `npm run rebuild -- <read model>`: builds its rows anew beside those in use, and puts them in their
 * place. Whoever works on the read model does it: a running app, else this process. Broken off, it
 * goes on with whoever is next.
 */
const rebuild = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(args, USAGE, {
    preview: { type: 'boolean', default: false },
  });
  const [wished, ...others] = positionals;
  const readModels = readModelsOf((await eventStore()).sealing);
  const readModel = readModels.find(({ name }) => name === wished);
  if (!readModel || others.length > 0) {
    throw wrongUse(`One of these: ${readModels.map(({ name }) => name).join(', ')}.`, USAGE);
  }
  const name = subscriptionName(readModel);
  const { log, subscriptions, stop } = await background();
  try {
    await untilCaughtUp(subscriptions, name);
    const before = await standingOf(log, name);
    const result = await operateReadModel(name, values.preview ? 'preview' : 'rebuild');
    if (result !== 'done') throw new SetupProblem(`${name} is being built anew already.`);
    const after = await untilBuilt(log, name);
    for (const line of whatCameOfIt(values.preview, before, after)) console.log(line);
  } finally {
    await stop();
  }
};

const lookEveryMs = 200;
const patienceMs = 60_000;

/** Waits until the log is whole and the rows in use stand at its end, or stand still for good. */
const untilCaughtUp = async ({ log, checkpoints }: Subscriptions, name: string): Promise<void> => {
  const late = Date.now() + patienceMs;
  for (;;) {
    const [state, checkpoint] = [await logState(log), await checkpoints.findOne({ _id: name })];
    const whole = state && (state.resumeToken ?? state.resumeTime) !== null;
    if (whole && checkpoint && checkpoint.status !== 'running') return;
    if (whole && checkpoint && checkpoint.position >= state.position) return;
    if (Date.now() > late) {
      throw new SetupProblem(`${name} does not catch up with the log; /operations says why.`);
    }
    await pause(lookEveryMs);
  }
};

const standingOf = async ({ db }: EventLog, name: string) =>
  (await readModelStandings(db)).find((one) => one.name === name);

/** Waits until no rebuild is under way any more; gives how the read model is then. */
const untilBuilt = async (log: EventLog, name: string) => {
  const bar = progressBar();
  try {
    for (;;) {
      const standing = await standingOf(log, name);
      const rebuild = standing?.rebuild;
      if (!rebuild) return standing;
      if (rebuild.failure !== undefined) {
        throw new SetupProblem(`The rows in use stay: ${rebuild.failure}`);
      }
      const head = (await logState(log))?.position ?? 0;
      bar.progress(name, Math.min(rebuild.position, head), head);
      await pause(lookEveryMs);
    }
  } finally {
    bar.end();
  }
};

try {
  await rebuild(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeMongoClient();
}
