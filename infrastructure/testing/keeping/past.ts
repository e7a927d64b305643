import { setTimeout as pause } from 'node:timers/promises';
import { ana, counting, sent } from '../event-store/toy-commands';
import type { OpenStore } from '../event-store/toy-store';
import { tally } from '../event-store/toy-streams';

const parameter = 'minSnapshotHistoryWindowInSeconds';

/** How much past the server of a store keeps, in seconds. */
export const pastOf = async ({ client }: OpenStore): Promise<unknown> => {
  const answer = await client.db('admin').command({ getParameter: 1, [parameter]: 1 });
  return answer[parameter];
};

/** Lets the server of a store keep so much past, in seconds. */
export const keepPast = async ({ client }: OpenStore, seconds: number): Promise<void> => {
  await client.db('admin').command({ setParameter: 1, [parameter]: seconds });
};

/** Writes until a server that keeps no past has lost what was before. */
export const writeForAWhile = async (store: OpenStore): Promise<void> => {
  const end = Date.now() + 4000;
  while (Date.now() < end) {
    await store.execute(counting(tally()), sent(), ana);
    await pause(100);
  }
};
