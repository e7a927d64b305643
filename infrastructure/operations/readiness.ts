import { lanesOpened } from '../lanes';
import { mongoClient } from '../mongodb/client';
import { databaseName } from '../mongodb/database-name';
import { eventStore } from '../store';

/** That this process can carry out commands, and through which lane; all it has: the same one only. */
export type Readiness = { readonly lane: string; readonly lanes: readonly string[] };

const patienceMs = 3000;

/**
 * Makes sure that the database answers and the store is opened. Throws what the database throws, and
 * SetupProblem when it cannot be used.
 */
export const readiness = async (): Promise<Readiness> => {
  const client = await mongoClient();
  await client.db(databaseName()).command({ ping: 1 }, { timeoutMS: patienceMs });
  const { laneId } = await eventStore();
  return { lane: laneId, lanes: lanesOpened() };
};
