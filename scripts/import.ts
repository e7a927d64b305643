import { streamDefinitions } from '@/domain/stream-definitions';
import { createEventStore, projectionsOf } from '@/infrastructure/event-store/create-event-store';
import { importFile } from '@/infrastructure/keeping/import-file';
import { makeQueryIndexes } from '@/infrastructure/queries/indexes';
import { onePath, readArguments } from './process/arguments';
import { withLog } from './process/with-log';

const USAGE = `Usage: npm run import -- <file>
  <file>  as npm run export writes it`;

/** `npm run import -- <file>`: appends what is not there yet, also while the app runs. */
export async function main(args: string[]): Promise<void> {
  const { positionals } = readArguments(args, USAGE, {});
  const file = onePath(positionals, USAGE);
  const brokenOff = 'Broken off. The same command goes on where it was.';
  await withLog('npm run import', brokenOff, async ({ log, progress }) => {
    const { client, db } = log;
    const definitions = streamDefinitions;
    const store = await createEventStore({ client, databaseName: db.databaseName, definitions });
    await makeQueryIndexes(store);
    const projectionOf = projectionsOf(definitions);
    const { events, streams, present, forgotten } = await importFile({
      store,
      db,
      file,
      projectionOf,
      progress,
    });
    return [
      `Imported: ${String(events - present)} events; ${String(present)} of the ${String(events)} in ` +
        `the file, in ${String(streams)} streams, were there already.`,
      ...(forgotten > 0
        ? [
            `${String(forgotten)} hold text of persons who were forgotten here: nobody can ever read it.`,
          ]
        : []),
    ];
  });
}
