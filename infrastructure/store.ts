import { streamDefinitions } from '@/domain/stream-definitions';
import { createEventStore, type RoomlogEventStore } from './event-store/create-event-store';
import { lanesOpened } from './lanes';
import { mongoClient } from './mongodb/client';
import { databaseName } from './mongodb/database-name';
import { watching } from './observing/watching';
import { forgetProcessWide, processWide } from './process-wide';
import { makeSizeIndexes } from './operations/largest-streams';
import { makeQueryIndexes } from './queries/indexes';

const name = 'event store';

/**
 * The process's event store, with the one lane all its commands go through. The first call connects
 * and makes what is missing; when that fails, the next call tries again.
 * Throws SetupProblem when the database cannot be used.
 */
export const eventStore = (): Promise<RoomlogEventStore> =>
  processWide(name, () =>
    open().catch((error: unknown) => {
      forgetProcessWide(name);
      throw error;
    }),
  );

const open = async () => {
  const store = await createEventStore({
    client: await mongoClient(),
    databaseName: databaseName(),
    definitions: streamDefinitions,
    observer: (await watching()).store,
  });
  await makeQueryIndexes(store);
  await makeSizeIndexes(store.storage);
  lanesOpened().push(store.laneId);
  return store;
};
