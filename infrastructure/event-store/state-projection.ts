import {
  handleInlineProjections,
  mongoDBInlineProjection,
  type MongoDBInlineProjectionDefinition,
} from '@event-driven-io/emmett-mongodb';
import { fold, stateAfter } from '@/domain/shared/fold';
import type { DomainEvent, Recorded, StreamDefinition } from '@/domain/shared/stream';
import { assertVersions, isNewer, upcastAll } from '@/domain/shared/upcast';
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
  /** Stored events as this version reads them; the same list where nothing is to be upcast. */
  readonly upcast: (events: readonly Recorded[]) => readonly Recorded[];
  /** True for an event that newer code wrote: it is no part of what is projected and folded here. */
  readonly isNewer: (event: Recorded) => boolean;
  /**
   * The next stored state after these events, through Emmett's inline projection; what was before
   * when none of them is known here.
   */
  readonly project: (
    streamId: string,
    before: StoredState | null,
    events: readonly Recorded[],
  ) => Promise<StoredState | null>;
  /** The state these events fold to from the beginning, without Emmett's `_metadata`. */
  readonly fold: (events: readonly Recorded[]) => object;
};

const projectionName = 'state';

/**
 * Makes the decider's `evolve` the inline projection of its stream. Emmett hands `evolve` the
 * stored `_metadata` from the second append on; it is taken off here and nowhere else.
 * Throws a TypeError for a definition that could not read its own earlier events.
 */
export const stateProjection = (given: AnyStreamDefinition): StateProjection => {
  const definition = given as unknown as StreamDefinition<object, DomainEvent>;
  assertVersions(definition);
  const { type, schemaVersion, initialState } = definition;
  const versions = new Map<string, number>(Object.entries(definition.eventVersions));
  const projections: MongoDBInlineProjectionDefinition[] = [
    mongoDBInlineProjection<object, DomainEvent>({
      name: projectionName,
      schemaVersion,
      canHandle: [...versions.keys()],
      initialState,
      evolve: (state: object, event: unknown) =>
        stateAfter(definition, withoutMetadata(state), event as Recorded),
    }),
  ];
  return {
    type,
    schemaVersion,
    initialState,
    versionOf: (eventType) => {
      const version = versions.get(eventType);
      if (version) return version;
      throw new TypeError(`Streams of type ${type} hold no ${eventType} events`);
    },
    upcast: (events) => upcastAll(definition, events),
    isNewer: (event) => isNewer(definition, event),
    project: async (streamId, before, events) => {
      const updates: { $set: { [field: string]: unknown } } = { $set: {} };
      await handleInlineProjections({
        readModels: (before ? { [projectionName]: before } : {}) as never,
        events: upcastAll(definition, events) as never,
        projections,
        streamId,
        collection: undefined as never,
        updates: updates,
        client: {},
      });
      const after = updates.$set[`projections.${projectionName}`] as StoredState | undefined;
      return after ?? before;
    },
    fold: (events) => fold(definition, events),
  };
};

/** A stored state without what Emmett keeps beside it. */
export const withoutMetadata = (stored: object): object => {
  if (!('_metadata' in stored)) return stored;
  const { _metadata, ...state } = stored;
  return state;
};
