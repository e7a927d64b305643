import {
  handleInlineProjections,
  mongoDBInlineProjection,
  type MongoDBInlineProjectionDefinition,
} from '@event-driven-io/emmett-mongodb';
import type { DomainEvent, Recorded, StreamDefinition } from '@/domain/shared/stream';
import type { StoredState } from './stream-document';

/** A stream definition whose state and events the store does not look into. */
export type AnyStreamDefinition = {
  readonly [Part in keyof StreamDefinition<never, never>]: unknown;
} & {
  readonly type: string;
  readonly eventVersions: { readonly [eventType: string]: number };
  readonly schemaVersion: number;
};

/** How one type of stream folds inside the store. */
export type StateProjection = {
  readonly type: string;
  readonly schemaVersion: number;
  readonly initialState: () => object;
  readonly versionOf: (eventType: string) => number;
  /** The next stored state after these events, through Emmett's inline projection. */
  readonly project: (
    streamId: string,
    before: StoredState | null,
    events: readonly Recorded[],
  ) => Promise<StoredState>;
  /** The state these events fold to from the beginning, without Emmett's `_metadata`. */
  readonly fold: (events: readonly Recorded[]) => object;
};

const projectionName = 'state';

/**
 * Makes the decider's `evolve` the inline projection of its stream. Emmett hands `evolve` the
 * stored `_metadata` from the second append on; it is taken off here and nowhere else.
 */
export const stateProjection = (definition: AnyStreamDefinition): StateProjection => {
  const evolve = definition.evolve as (state: object, event: Recorded) => object;
  const initialState = definition.initialState as () => object;
  const versions = new Map<string, number>(Object.entries(definition.eventVersions));
  const projections: MongoDBInlineProjectionDefinition[] = [
    mongoDBInlineProjection<object, DomainEvent>({
      name: projectionName,
      schemaVersion: definition.schemaVersion,
      canHandle: [...versions.keys()],
      initialState,
      evolve: (state: object, event: unknown) => evolve(withoutMetadata(state), event as Recorded),
    }),
  ];
  return {
    type: definition.type,
    schemaVersion: definition.schemaVersion,
    initialState,
    versionOf: (eventType) => {
      const version = versions.get(eventType);
      if (version) return version;
      throw new TypeError(`Streams of type ${definition.type} hold no ${eventType} events`);
    },
    project: async (streamId, before, events) => {
      const updates: { $set: { [field: string]: unknown } } = { $set: {} };
      await handleInlineProjections({
        readModels: (before ? { [projectionName]: before } : {}) as never,
        events: events as never,
        projections,
        streamId,
        collection: undefined as never,
        updates: updates,
        client: {},
      });
      return updates.$set[`projections.${projectionName}`] as StoredState;
    },
    fold: (events) => events.reduce(evolve, initialState()),
  };
};

/** A stored state without what Emmett keeps beside it. */
export const withoutMetadata = (stored: object): object => {
  if (!('_metadata' in stored)) return stored;
  const { _metadata, ...state } = stored;
  return state;
};
