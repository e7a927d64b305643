import type { MongoDBEventStoreStorageOptions } from '@event-driven-io/emmett-mongodb';
import { MongoClient, type Collection, type MongoClientOptions } from 'mongodb';
import type { Answer, Command, CommandDefinition, StreamSet } from '@/domain/shared/command';
import { systemClock, type Clock } from './clock';
import { emmettEventStore, type EmmettEventStore } from './emmett-event-store';
import type { CommandContext } from './job';
import { openRefusalCounts } from './kept-refusals';
import { defaultLimits, Lane, type LaneLimits } from './lane';
import type { LoadingFrom } from './load';
import { observedReads, type Reads } from './observed-reads';
import { unobserved, type StoreObserver } from './observer';
import type { Outcome } from './outcome';
import { openSealing, type Sealing } from './sealing';
import {
  stateProjection,
  type AnyStreamDefinition,
  type StateProjection,
} from './state-projection';
import { openStorage, readFromPrimary, type Storage } from './storage';
import { assertCurrentFormat, formatOf } from './store-format';
import type { StreamDocument } from './stream-document';

/** How to make an event store: a client of yours, or a connection string for one of its own. */
export type EventStoreOptions = {
  readonly definitions: readonly AnyStreamDefinition[];
  /** Where streams, keys and counts are kept unless `storage` says otherwise; the URI's by default. */
  readonly databaseName?: string;
  readonly storage?: MongoDBEventStoreStorageOptions;
  readonly clock?: Clock;
  readonly limits?: Partial<LaneLimits>;
  /** Is told what the store does; nobody by default. */
  readonly observer?: StoreObserver;
} & (
  | { readonly client: MongoClient }
  | { readonly connectionString: string; readonly clientOptions?: MongoClientOptions }
);

/** The store: one way to write, a few to read, and Emmett's interface. */
export type RoomlogEventStore = EmmettEventStore &
  Reads & {
    /** The lane all its writes go through. */
    readonly laneId: string;
    readonly execute: <C extends Command, S extends StreamSet, A extends Answer>(
      definition: CommandDefinition<C, S, A>,
      command: C,
      context: CommandContext,
    ) => Promise<Outcome<A>>;
    /** Where each type of stream is kept. */
    readonly storage: Storage;
    /** For queries over states (`projections.state.…`); never written to. */
    readonly collectionOf: (streamType: string) => Collection<StreamDocument>;
    readonly sealing: Sealing;
    /** Waits for what is under way, then closes the client if the store made it. */
    readonly close: () => Promise<void>;
  };

/** Connects, makes collections and indexes where they are missing, and gives the store. */
export const createEventStore = async (options: EventStoreOptions): Promise<RoomlogEventStore> => {
  const ownClient = !('client' in options);
  const client = ownClient
    ? new MongoClient(options.connectionString, options.clientOptions)
    : options.client;
  try {
    return await openEventStore(client, ownClient, options);
  } catch (error) {
    if (ownClient) await client.close();
    throw error;
  }
};

const openEventStore = async (
  client: MongoClient,
  ownClient: boolean,
  options: EventStoreOptions,
): Promise<RoomlogEventStore> => {
  await client.connect();
  const types = options.definitions.map(({ type }) => type);
  const storageOptions = options.storage ?? 'COLLECTION_PER_STREAM_TYPE';
  const storage = await openStorage(client, options.databaseName, types, storageOptions);
  const db = client.db(options.databaseName, readFromPrimary);
  assertCurrentFormat(await formatOf(db, storage));
  const from: LoadingFrom = { storage, projectionOf: projectionsOf(options.definitions) };
  const refusalCounts = await openRefusalCounts(db);
  const clock = options.clock ?? systemClock;
  const limits = { ...defaultLimits, ...options.limits };
  const observer = options.observer ?? unobserved;
  const lane = new Lane({ client, from, refusalCounts, clock, observer }, limits);
  return {
    ...emmettEventStore(from, lane),
    laneId: lane.id,
    execute: (definition, command, context) => lane.submit(definition, command, context),
    ...observedReads(from, observer),
    storage,
    collectionOf: storage.collectionOf,
    sealing: await openSealing(db),
    close: async () => {
      await lane.idle();
      if (ownClient) await client.close();
    },
  };
};

/** How each type of stream folds; the result throws a TypeError for a type that is not among them. */
export const projectionsOf = (definitions: readonly AnyStreamDefinition[]) => {
  const projections = new Map<string, StateProjection>();
  for (const definition of definitions)
    projections.set(definition.type, stateProjection(definition));
  return (streamType: string): StateProjection => {
    const projection = projections.get(streamType);
    if (!projection) throw new TypeError(`The store knows no stream type ${streamType}`);
    return projection;
  };
};
