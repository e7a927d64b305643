import type { Collection } from 'mongodb';
import { streamDefinitions } from '@/domain/stream-definitions';
import { openSubscriptions, type Subscriptions } from '@/infrastructure/event-log/subscription';
import { waitUntilPassed } from '@/infrastructure/event-log/wait-until-passed';
import type { Outcome } from '@/infrastructure/event-store/outcome';
import { projectionOf } from '@/infrastructure/read-models/project';
import {
  subscriptionName,
  type ReadModel,
  type Row,
} from '@/infrastructure/read-models/read-model';
import { rowsInUse } from '@/infrastructure/read-models/rows-of';
import { logOf, startSequencer } from '../event-log/logs';
import { start } from '../event-log/subscriptions';
import { ofRooms } from '../event-store/rooms';
import { openStore } from '../event-store/toy-store';

/** A store of rooms with its log at work. */
export const roomsWithLog = async () => {
  const store = await openStore({ ...ofRooms, definitions: streamDefinitions });
  const log = await logOf(store);
  await startSequencer(log);
  return { store, log, subscriptions: await openSubscriptions(log) };
};

/** Lets a read model follow the log as a process of its own would. */
export const project = (subscriptions: Subscriptions, readModel: ReadModel) =>
  start(subscriptions, projectionOf(subscriptions, readModel));

/** The rows in use, once they have passed what these commands wrote. */
export const rowsAfter = async (
  subscriptions: Subscriptions,
  readModel: ReadModel,
  ...outcomes: readonly Outcome[]
): Promise<Collection<Row>> => {
  for (const outcome of outcomes) {
    if (outcome.status === 'refused') throw new Error(`Refused: ${outcome.refusal.code}`);
    const name = subscriptionName(readModel);
    if (!(await waitUntilPassed(subscriptions, name, outcome.positions, 15_000))) {
      throw new Error(`${name} did not pass what was written`);
    }
  }
  const rows = await rowsInUse(subscriptions.log.db, readModel, undefined);
  if (!rows) throw new Error(`${readModel.name} has no rows`);
  return rows;
};
