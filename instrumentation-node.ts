import { setTimeout as pause } from 'node:timers/promises';
import { background } from '@/infrastructure/app-background';
import { logger } from '@/infrastructure/observing/logger';

const retryMs = 5000;

/**
 * Connects, makes collections and indexes, and begins what goes on beside the requests, while the
 * server starts: the first visitor does not wait for it. Not awaited: without a database the pages
 * say so themselves, and this tries again.
 */
export const beginEarly = async () => {
  for (;;) {
    try {
      await background();
      return;
    } catch (error) {
      logger().error({ err: error }, 'The database cannot be used yet');
      await pause(retryMs, undefined, { ref: false });
    }
  }
};
