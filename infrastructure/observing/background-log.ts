import type { Logger } from 'pino';
import type { BackgroundOptions } from '../background';
import { CheckpointMoved } from '../event-log/checkpoint';
import { NoLongerSequencer } from '../event-log/log-writer';
import { isRetriable } from '../event-store/conflicts';

/**
 * Writes a line for each work that failed and is begun again, and for each completion of the log. A
 * database that was away, and another process that took over, are warnings; anything else is a bug.
 */
export const backgroundLog = (log: Logger): Pick<BackgroundOptions, 'failed' | 'completed'> => ({
  failed: (work, error) => {
    const level = isRetriable(error) || isTakenOver(error) ? 'warn' : 'error';
    log[level]({ work, err: error }, `${work} failed and is begun again`);
  },
  completed: (reason, entries) => {
    log.warn({ because: reason, entries }, 'The log was completed from the streams');
  },
});

const isTakenOver = (error: unknown) =>
  error instanceof CheckpointMoved || error instanceof NoLongerSequencer;
