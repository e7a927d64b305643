import { logger } from '@/infrastructure/observing/logger';

/**
 * Logs what went wrong and gives an error for the error page, which shows the same id: the browser
 * gets an error's `digest` and nothing else of it.
 */
export const reported = (error: unknown, correlationId: string): Error => {
  logger().error({ correlationId, err: error }, 'A form’s action failed');
  return Object.assign(new Error('A form’s action failed', { cause: error }), {
    digest: correlationId,
  });
};
