import type { LogEntry } from './log-documents';
import type { Subscription } from './subscription';

/**
 * Delivers entries to a handler one after another; each is checked off before the next. For
 * handlers whose effect is outside the database.
 */
export const oneByOne =
  (handle: (entry: LogEntry, signal: AbortSignal) => Promise<void>): Subscription['deliver'] =>
  async (entries, { moved, signal }) => {
    for (const entry of entries) {
      if (signal.aborted) return;
      await handle(entry, signal);
      await moved(entry._id, undefined);
    }
  };
