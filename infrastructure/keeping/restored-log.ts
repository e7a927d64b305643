import type { Document } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '@/domain/shared/time';
import type { LogState } from '../event-log/log-documents';
import type { Manifest } from './manifest';

/** Where a restored log goes on, and the checkpoints with it. */
export type RestoredLog = {
  /** Undefined when there was no log yet. */
  readonly state: LogState | undefined;
  /** A checkpoint of the backup as it belongs to the restored log. */
  readonly checkpoint: (kept: Document) => Document;
};

/**
 * A restored log holds the entries of the one that was kept, at their positions, and is another
 * generation: what comes next may not be what came next in the other. Its checkpoints are taken along;
 * one of an older generation, or ahead of the log, stays so and is noticed. It follows no change
 * stream of another server: the sequencer first completes it from the streams.
 */
export const restoredLog = ({ log, takenAt }: Manifest): RestoredLog => {
  const generation = uuidv7();
  const recovery = {
    at: new Date(),
    reason: `it was restored as it was at ${takenAt}`,
    entries: 0,
  };
  return {
    state: log
      ? {
          _id: 'log',
          ...log,
          generation,
          reached: log.reached as Instant | null,
          restoredFrom: [
            ...log.restoredFrom,
            { generation: log.generation, position: log.position },
          ],
          resumeToken: null,
          resumeTime: null,
          fence: 0,
          recoveries: [recovery],
        }
      : undefined,
    checkpoint: (kept) => ({
      ...kept,
      fence: 0,
      generation: kept.generation === log?.generation ? generation : (kept.generation as string),
    }),
  };
};
