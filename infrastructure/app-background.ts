import { startBackground, type Background } from './background';
import { mongoClient } from './mongodb/client';
import { databaseName } from './mongodb/database-name';
import { backgroundLog } from './observing/background-log';
import { logger } from './observing/logger';
import { watching } from './observing/watching';
import { forgetProcessWide, processWide } from './process-wide';
import { projectionOf } from './read-models/project';
import { readModelsOf } from './read-models/read-models';
import { eventStore } from './store';

const name = 'background';

/**
 * What this process does beside its requests: the log, the read models. The first call starts it;
 * when that fails, the next call tries again. Throws SetupProblem when the database cannot be used.
 */
export const background = (): Promise<Background> =>
  processWide(name, () =>
    start().catch((error: unknown) => {
      forgetProcessWide(name);
      throw error;
    }),
  );

const start = async (): Promise<Background> => {
  const store = await eventStore();
  const started = await startBackground({
    client: await mongoClient(),
    databaseName: databaseName(),
    store,
    subscriptionsOf: (subscriptions) =>
      readModelsOf(store.sealing).map((readModel) => projectionOf(subscriptions, readModel)),
    observer: (await watching()).log,
    ...backgroundLog(logger()),
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void started.stop());
  return started;
};
