import type { Logger } from 'pino';
import { unobserved, type StoreObserver } from '../event-store/observer';
import { isTurnedAway } from './turned-away';
import { outcomeOf, refusalCodeOf } from './store-metrics';

/**
 * Writes a line for each command. What was done stands in the streams, so it is for debug; a refusal
 * mostly stands nowhere else and is info; what was turned away is a warning. An error that a command
 * throws is logged by whoever sent it.
 */
export const storeLog = (log: Logger): StoreObserver => ({
  ...unobserved,
  command: ({ type, commandId }, { correlationId }) => {
    const began = performance.now();
    return (ended) => {
      const outcome = outcomeOf(ended);
      const code = refusalCodeOf(ended);
      const level = levels[code && isTurnedAway(code) ? 'turned away' : outcome];
      if (!log.isLevelEnabled(level)) return;
      const fields = {
        correlationId: correlationId ?? commandId,
        command: type,
        outcome,
        ...(code && { code }),
        ms: Math.round((performance.now() - began) * 10) / 10,
      };
      log[level](fields, `${type} ${outcome}`);
    };
  },
  attempt: (jobs, tries) => ({
    ...unobserved.attempt(jobs, tries),
    failed: (failure) => {
      const level = failure === 'conflict' ? 'debug' : 'warn';
      log[level]({ failure, tries, commands: jobs.length }, 'A group was not written');
    },
  }),
});

const levels = {
  accepted: 'debug',
  refused: 'info',
  'turned away': 'warn',
  failed: 'warn',
} as const;
