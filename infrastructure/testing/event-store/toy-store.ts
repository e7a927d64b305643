import {
  createEventStore,
  type EventStoreOptions,
  type RoomlogEventStore,
} from '@/infrastructure/event-store/create-event-store';
import { MongoClient, type MongoClientOptions } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll } from 'vitest';
import { freshDatabaseName, testMongodbUri } from '../test-mongodb';
import { toyDefinitions } from './toy-streams';

/** A store with a connection and a lane of its own, as another process would have. */
export type OpenStore = RoomlogEventStore & {
  readonly client: MongoClient;
  readonly databaseName: string;
  /** Tells its commands from all others on the server. */
  readonly appName: string;
};

type Options = Partial<Omit<EventStoreOptions, 'client' | 'connectionString'>> & {
  readonly uri?: string;
  readonly clientOptions?: MongoClientOptions;
};

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** Opens a store of the toy streams, on an empty database unless one is named; closed after the file. */
export const openStore = async ({
  uri = testMongodbUri(),
  clientOptions,
  databaseName = freshDatabaseName(),
  definitions = toyDefinitions,
  ...options
}: Options = {}): Promise<OpenStore> => {
  const appName = `store-${uuidv7()}`;
  const client = new MongoClient(uri, { appName, ...clientOptions });
  closing.push(() => client.close());
  const store = await createEventStore({ client, databaseName, definitions, ...options });
  return { ...store, client, databaseName, appName };
};

/** Another store on the same database. */
export const openBeside = ({ databaseName }: OpenStore, options: Options = {}) =>
  openStore({ databaseName, ...options });
