import type { EventLog } from '../event-log/open-log';
import { currentFormat, storedFormat } from '../event-store/store-format';
import { SetupProblem } from '../setup-problem';

/**
 * The format of the streams there are. Throws SetupProblem when there are none, and when a newer
 * version wrote some: what it keeps beside would be left out.
 */
export const knownFormat = async ({ db, streams }: EventLog): Promise<number> => {
  const format = await storedFormat(db, streams);
  if (format === undefined) throw nothingThere(db.databaseName);
  const known = new Set(streams.collections.map(({ collectionName }) => collectionName));
  const found = await db.listCollections({ name: /^emt:/ }, { nameOnly: true }).toArray();
  const unknown = found.find(({ name }) => !known.has(name));
  if (format > currentFormat || unknown) throw ofNewerVersion(unknown?.name);
  return format;
};

const nothingThere = (databaseName: string) =>
  new SetupProblem(
    `The database ${databaseName} holds no streams. MONGODB_URI and ROOMLOG_DB say which one is meant.`,
  );

const ofNewerVersion = (collectionName: string | undefined) =>
  new SetupProblem(
    'This database was written by a newer version of Roomlog' +
      (collectionName ? ` (it holds ${collectionName})` : '') +
      '. Use that version.',
  );
