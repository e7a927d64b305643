import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { eventOrTimeout } from './event-or-timeout';
import type { LogState } from './log-documents';
import { logState, type EventLog } from './open-log';

/** Where the log stands, as far as this process has heard. */
export type HeadSeen = Pick<LogState, 'generation' | 'position'>;

const reopenMs = 500;
const maxAwaitTimeMS = 1000;

/** Where the log stands, for all in this process who wait for it to move on. */
export class LogHead {
  #seen: HeadSeen = { generation: '', position: 0 };
  readonly #moves = new EventEmitter();

  constructor() {
    this.#moves.setMaxListeners(0);
  }

  get seen(): HeadSeen {
    return this.#seen;
  }

  /** Is told where the log stands now. */
  moved(seen: HeadSeen): void {
    const { generation, position } = this.#seen;
    if (seen.generation === generation && seen.position <= position) return;
    this.#seen = seen;
    this.#moves.emit('move');
  }

  /** Resolves when the log has moved on, after `patienceMs` at the latest, or with the signal. */
  nextMove(patienceMs: number, signal: AbortSignal): Promise<void> {
    return eventOrTimeout(this.#moves, 'move', patienceMs, signal);
  }

  /** Calls back at each move, until the returned function is called. */
  listen(listener: (seen: HeadSeen) => void): () => void {
    const heard = () => {
      listener(this.#seen);
    };
    this.#moves.on('move', heard);
    return () => this.#moves.off('move', heard);
  }
}

/**
 * Keeps a head up to date until the signal, whichever process writes the log. It is a hint to look,
 * not a source: a move that is not heard is heard with the next one.
 */
export const followHead = async (
  log: EventLog,
  head: LogHead,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    await hear(log, head, signal).catch(() => undefined);
    await pause(reopenMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
};

const hear = async (log: EventLog, head: LogHead, signal: AbortSignal) => {
  const changes = log.states.watch([], { maxAwaitTimeMS });
  const close = () => void changes.close().catch(() => undefined);
  signal.addEventListener('abort', close);
  try {
    await changes.tryNext();
    for (;;) {
      const state = await logState(log);
      if (state) head.moved(state);
      while (!(await changes.tryNext())) if (signal.aborted) return;
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
};
