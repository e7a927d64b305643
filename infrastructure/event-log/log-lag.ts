import { setTimeout as pause } from 'node:timers/promises';
import { stampOf } from './commit-stamps';
import type { LogState } from './log-documents';
import type { EventLog } from './open-log';
import { changesFrom, readChange, watchStreams, type ChangesFrom } from './stream-changes';

/** What the log has yet to take over from the stream documents. */
export type LogLag = {
  /** Committed events without a position; `mostCounted` stands for that many or more. */
  readonly events: number;
  /** How long the oldest of them has waited; 0 when there is none. */
  readonly seconds: number;
};

/** More than these are not counted. */
export const mostCounted = 1000;

const patienceMs = 1000;
const awaitMs = 20;

/**
 * How far the log is behind the documents: looks at what its change stream holds for it, from where it
 * goes on to now. So it costs those who write nothing, and any process can ask. Undefined when that
 * cannot be told: the log must first be completed, MongoDB has forgotten where it was, or there is too
 * much to look through.
 */
export const logLag = async (log: EventLog, state: LogState): Promise<LogLag | undefined> => {
  const from = changesFrom(state);
  if (!from) return undefined;
  const looked = await looking(log, from).catch(() => undefined);
  if (!looked) return undefined;
  const { events, oldest } = looked;
  return { events, seconds: events === 0 ? 0 : Math.max(0, Date.now() - oldest / 1000) / 1000 };
};

const looking = async (log: EventLog, from: ChangesFrom) => {
  const changes = watchStreams(log, from, awaitMs);
  const counted = new AbortController();
  const late = pause(patienceMs, undefined, { ref: false, signal: counted.signal });
  const giveUp = late.then(() => undefined);
  // Whoever comes first ends the other.
  giveUp.catch(() => undefined);
  try {
    return await Promise.race([count(changes), giveUp]);
  } finally {
    counted.abort();
    await changes.close();
  }
};

const count = async (changes: ReturnType<typeof watchStreams>) => {
  let [events, oldest] = [0, Infinity];
  while (events < mostCounted) {
    const change = await changes.tryNext();
    if (!change) break;
    for (const event of readChange(change).events) {
      events += 1;
      oldest = Math.min(oldest, stampOf(event).at);
    }
  }
  return { events: Math.min(events, mostCounted), oldest };
};
