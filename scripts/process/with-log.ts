import { MongoClient } from 'mongodb';

import { streamDefinitions } from '@/domain/stream-definitions';
import { logIn, type EventLog } from '@/infrastructure/event-log/open-log';
import { storageOf } from '@/infrastructure/event-store/storage';
import type { Progress, Say } from '@/infrastructure/keeping/progress';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { progressBar } from './progress-bar';
import { withDatabase } from './with-database';

/** Log and streams of the database, and a bar that shows how far the work on them is. */
export type OpenedLog = {
  readonly log: EventLog;
  readonly streamTypes: readonly string[];
  readonly progress: Progress;
  readonly say: Say;
};

/**
 * Gives a tool log and streams of the database `withDatabase` finds. Told to stop, the work ends where it
 * next says how far it is.
 *
 * @param brokenOff what to know, and to do, when it was stopped
 * @param work gives the lines to say when it is done
 * @throws SetupProblem when there is no database to be had, or it was stopped
 */
export async function withLog(
  command: string,
  brokenOff: string,
  work: (opened: OpenedLog) => Promise<readonly string[]>,
): Promise<void> {
  await withDatabase(command, async (mongodbUri, stop) => {
    const client = await new MongoClient(mongodbUri).connect();
    const bar = progressBar();
    try {
      const name = databaseName();
      const streamTypes = streamDefinitions.map(({ type }) => type);
      const streams = storageOf(client, name, streamTypes, 'COLLECTION_PER_STREAM_TYPE');
      const progress: Progress = (...step) => {
        if (stop.aborted) throw new SetupProblem(brokenOff);
        bar.progress(...step);
      };
      const say: Say = (sentence) => {
        bar.end();
        console.log(sentence);
      };
      const log = logIn(client, client.db(name), streams);
      const said = await work({ log, streamTypes, progress, say });
      bar.end();
      for (const line of said) console.log(line);
    } finally {
      bar.end();
      await client.close();
    }
  });
}
