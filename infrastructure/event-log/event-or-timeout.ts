import { once, type EventEmitter } from 'node:events';

/**
 * Resolves when an event comes, when the time is over, or with the signal. (Node's own combined
 * signals may be collected as garbage before they fire: `AbortSignal.any` with a timeout waited for
 * ever.)
 */
export const eventOrTimeout = async (
  emitter: EventEmitter,
  event: string,
  patienceMs: number,
  signal: AbortSignal,
): Promise<void> => {
  if (signal.aborted) return;
  const over = new AbortController();
  const end = () => {
    over.abort();
  };
  const timer = setTimeout(end, patienceMs);
  signal.addEventListener('abort', end);
  try {
    await once(emitter, event, { signal: over.signal });
  } catch (error) {
    if (!over.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
};
