import type { EventLog } from '../event-log/open-log';

/** How long MongoDB keeps the past of its data for those who read it, in seconds. */
export const historyParameter = 'minSnapshotHistoryWindowInSeconds';

/** How much past the server keeps, in seconds. */
export const historyOf = async ({ client }: EventLog): Promise<number> => {
  const answer = await client.db('admin').command({ getParameter: 1, [historyParameter]: 1 });
  return Number(answer[historyParameter]);
};

/** Sets how much past the server keeps, in seconds, until it is set otherwise or started anew. */
export const setHistory = async ({ client }: EventLog, seconds: number): Promise<void> => {
  await client.db('admin').command({ setParameter: 1, [historyParameter]: seconds });
};

/** What to say when more past is kept than before, for who goes on with what was broken off. */
export const historyByHand = (before: number): string =>
  'MongoDB goes on keeping more of its past, until the same command comes to its end. To give up instead: ' +
  `db.adminCommand({ setParameter: 1, ${historyParameter}: ${before} })`;
