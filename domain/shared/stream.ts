import type { Event } from '@event-driven-io/emmett';
import type { Actor } from './actor';
import type { Instant } from './time';

/** Any event of the domain: Emmett's `{ type, data }`, the data plain JSON. */
export type DomainEvent = Event;

/** What every reader gets beside an event's data; set by the store, never by a caller. */
export type EventMetadata = {
  readonly messageId: string;
  readonly streamName: string;
  /** 1 for the first event of the stream, then one more each. */
  readonly streamPosition: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId: string;
  /** The version of this event type's shape. */
  readonly schemaVersion: number;
  /** The atomic write: its id and stamp (µs since 1970), this event's place in it, how many it holds. */
  readonly commit: {
    readonly id: string;
    readonly at: number;
    readonly index: number;
    readonly size: number;
  };
  /** Hash of the stream's event before, null for its first; missing where no chain was kept yet. */
  readonly previousHash?: string | null;
  readonly hash?: string;
};

/** An event as stored and read. */
export type Recorded<E extends DomainEvent = DomainEvent> = E extends DomainEvent
  ? {
      readonly type: E['type'];
      readonly data: E['data'];
      readonly metadata: EventMetadata;
      /** The event as it is stored, only where it is of an earlier version and was read as today's. */
      readonly stored?: Recorded;
    }
  : never;

declare const types: unique symbol;

/** Names one stream; carries the types of its state and events for the compiler only. */
export type StreamRef<State = unknown, E extends DomainEvent = DomainEvent> = {
  readonly type: string;
  readonly id: string;
  readonly [types]?: { readonly state: State; readonly event: E };
};

/** Names all existing streams of one type with ids from `fromId` to `toId`, both included. */
export type StreamRange<Ref extends StreamRef = StreamRef> = {
  readonly type: string;
  readonly fromId: string;
  readonly toId: string;
  readonly [types]?: Ref[typeof types];
};

/** The state a stream folds to. */
export type StateOf<Ref extends StreamRef> = NonNullable<Ref[typeof types]>['state'];

/** The events a stream may hold. */
export type EventOf<Ref extends StreamRef> = NonNullable<Ref[typeof types]>['event'];

/** A stream as a command sees it: where it stands and what it folds to. Position 0: it does not exist yet. */
export type Loaded<Ref extends StreamRef = StreamRef> = {
  readonly ref: Ref;
  readonly position: number;
  readonly state: StateOf<Ref>;
};

/** How a type of stream folds; the same `evolve` decides, stores, shows and proves. */
export type StreamDefinition<State, E extends DomainEvent> = {
  /** First part of the stream name: `room_day` in `room_day:…`. */
  readonly type: string;
  readonly initialState: () => State;
  readonly evolve: (state: State, event: Recorded<E>) => State;
  /** Each event type of the stream with the version of its shape. */
  readonly eventVersions: { readonly [Type in E['type']]: number };
  /**
   * Version of the state `evolve` makes, raised when that changes, and with every new event type or
   * version; a stored state of another version is folded anew.
   */
  readonly schemaVersion: number;
  readonly upcasters?: Upcasters<E>;
  /** Names under which event types were stored before, each with today's; versions count on. */
  readonly earlierNames?: { readonly [storedType: string]: E['type'] };
};

/**
 * How events of earlier versions are read: for each type the steps from the data of version 1 to that
 * of 2, from 2 to 3, and so on to today's. Pure; a step never throws for what was ever stored. The
 * compiler checks that the last one gives today's data, and what each takes is its own to say.
 *
 * @example { SlotHeld: [(data: SlotHeldV1): SlotHeldV2 => …, (data: SlotHeldV2): SlotHeld['data'] => …] }
 */
export type Upcasters<E extends DomainEvent> = {
  readonly [Type in E['type']]?: readonly [
    ...earlier: readonly Upcaster<unknown>[],
    last: Upcaster<Extract<E, { readonly type: Type }>['data']>,
  ];
};

/** From the data of one version of an event type to that of the next. */
type Upcaster<After> = (data: never) => After;
