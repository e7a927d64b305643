import type { Actor } from './actor';
import type { CommandId } from './ids';
import type { Refusal } from './refusal';
import type { DomainEvent, EventOf, Loaded, StreamRange, StreamRef } from './stream';
import type { Instant } from './time';

/** What someone wants done. `commandId` is minted where the wish arose: sent twice, it acts once. */
export type Command = {
  readonly type: string;
  readonly commandId: CommandId;
  /**
   * Where the stream that the command is about stood when the sender looked at it. Has it moved on
   * since, the command is refused with CHANGED_MEANWHILE instead of overwriting what was not seen.
   */
  readonly expectedPosition?: number;
};

/** What a decision may know beside the streams: who asks, and what time it is. */
export type DecisionContext = { readonly actor: Actor; readonly now: Instant };

/** What a command reads, by name: one stream, or several. */
export type StreamSet = { readonly [name: string]: StreamRef | readonly StreamRef[] | undefined };

/** How `reads` names them: a stream, a list (empty while it is not known), or a range of existing ones. */
export type Named<S extends StreamSet> = {
  readonly [K in keyof S]: S[K] extends readonly (infer Ref extends StreamRef)[]
    ? readonly Ref[] | StreamRange<Ref>
    : S[K];
};

/** How they are handed over: lists are never undefined. */
export type LoadedSet<S extends StreamSet> = {
  readonly [K in keyof S]: S[K] extends readonly (infer Ref extends StreamRef)[]
    ? readonly Loaded<Ref>[]
    : S[K] extends StreamRef
      ? Loaded<S[K]>
      : Loaded<Extract<S[K], StreamRef>> | undefined;
};

/** Events for one stream, as part of a decision. */
export type Append = { readonly stream: StreamRef; readonly events: readonly DomainEvent[] };

/** What an accepted command answers: plain JSON, kept so that a second sending gets the same. */
export type Answer = { readonly [key: string]: unknown };

/**
 * What a command decides. `guards` names streams that the decision read and that must not change
 * before it is written, although it appends nothing to them.
 */
export type Accepted<A extends Answer = Answer> = {
  readonly status: 'accepted';
  readonly answer: A;
  readonly appends: readonly Append[];
  readonly guards: readonly (StreamRef | StreamRange)[];
};

export type Decision<A extends Answer = Answer> = Accepted<A> | Refusal;

/**
 * A command: which streams it reads, and what it decides on them. Both functions are pure and may
 * be called many times for one sending.
 */
export type CommandDefinition<
  C extends Command = Command,
  S extends StreamSet = StreamSet,
  A extends Answer = Answer,
> = {
  readonly type: C['type'];
  /** The stream whose document remembers this command's id and answer. */
  readonly home: (command: C) => StreamRef;
  /** True when it reads and grows its home only: one document, for which no transaction is needed. */
  readonly alone?: true;
  /**
   * Names the streams, in steps: called again with what is loaded so far until it names nothing
   * new. All are read in one snapshot.
   */
  readonly reads: (command: C, loaded: Partial<LoadedSet<S>>, context: DecisionContext) => Named<S>;
  readonly decide: (command: C, loaded: LoadedSet<S>, context: DecisionContext) => Decision<A>;
  /** What to append when the command is refused; left out by all whose refusals are not kept. */
  readonly refused?: (
    command: C,
    refusal: Refusal,
    loaded: LoadedSet<S>,
    context: DecisionContext,
  ) => readonly Append[];
};

/** Gives a command definition its types: `defineCommand<BookRoom, Streams, Answer>({ … })`. */
export const defineCommand = <C extends Command, S extends StreamSet, A extends Answer>(
  definition: CommandDefinition<C, S, A>,
): CommandDefinition<C, S, A> => definition;

/** Events for a stream that was loaded; the compiler checks that they belong there. */
export const append = <Ref extends StreamRef>(
  stream: Loaded<Ref>,
  ...events: readonly EventOf<Ref>[]
): Append => ({ stream: stream.ref, events });

/** The decision to do it. */
export const accept = <A extends Answer>(
  answer: A,
  appends: readonly Append[],
  guards: readonly (StreamRef | StreamRange)[] = [],
): Accepted<A> => ({ status: 'accepted', answer, appends, guards });
