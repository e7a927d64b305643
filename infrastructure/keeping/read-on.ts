import { MongoBulkWriteError, MongoServerError } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import { blamesTheServer } from '../event-store/conflicts';

const cursorNotFound = 43;
const giveUpAfterMs = 60_000;
const pauseMs = 500;

/**
 * Reads what comes in an order; when the connection or the server is lost on the way, it reads on
 * behind what came last, until a minute has passed without anything. Throws what was thrown then.
 *
 * @param open reads what comes after a key, or all
 * @param after where to begin; undefined for the beginning
 */
export async function* readOn<T, Key>(
  open: (after: Key | undefined) => AsyncIterable<T>,
  keyOf: (item: T) => Key,
  after: Key | undefined,
): AsyncGenerator<T> {
  let last = after;
  let lostAt: number | undefined;
  for (;;) {
    try {
      for await (const item of open(last)) {
        yield item;
        [last, lostAt] = [keyOf(item), undefined];
      }
      return;
    } catch (error) {
      lostAt ??= performance.now();
      if (!isLost(error) || performance.now() - lostAt > giveUpAfterMs) throw error;
      await pause(pauseMs);
    }
  }
}

/** True when the connection, the server or what it kept of a reading is gone: nothing is wrong with it. */
export const isLost = (error: unknown): boolean => {
  const cause = causeOf(error);
  if (cause instanceof MongoServerError && cause.code === cursorNotFound) return true;
  return blamesTheServer(cause);
};

/** The driver hands on a lost connection of a bulk as if the server had answered so. */
const causeOf = (error: unknown): unknown => {
  const answer: unknown = error instanceof MongoBulkWriteError ? error.errorResponse : undefined;
  return answer instanceof Error ? answer : error;
};
