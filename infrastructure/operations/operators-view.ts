import { background } from '../app-background';
import { parkedEvents } from '../event-log/operate-subscriptions';
import type { ParkedEvent } from '../event-log/subscription';
import { logger } from '../observing/logger';
import { subscriptionName } from '../read-models/read-model';
import { readModelsOf } from '../read-models/read-models';
import { eventStore } from '../store';
import { lookAround, type Standing } from './standing';

/** All that the operator's page shows of the database. */
export type OperatorsView = Standing & {
  readonly parked: readonly ParkedEvent[];
  /** Names of the read models that this version of Roomlog can build. */
  readonly knownReadModels: ReadonlySet<string>;
};

/** Looks how everything is now; undefined when the database does not answer. */
export const operatorsView = async (): Promise<OperatorsView | undefined> => {
  try {
    const { subscriptions } = await background();
    const [standing, parked] = await Promise.all([lookAround(), parkedEvents(subscriptions)]);
    const { sealing } = await eventStore();
    const knownReadModels = new Set(readModelsOf(sealing).map(subscriptionName));
    return { ...standing, parked, knownReadModels };
  } catch (error) {
    logger().warn({ err: error }, 'The operator’s page could not look');
    return undefined;
  }
};
