import type {
  Accepted,
  Answer,
  Append,
  Command,
  CommandDefinition,
  DecisionContext,
  Decision,
  LoadedSet,
  Named,
  StreamSet,
} from '@/domain/shared/command';
import { isRefusal } from '@/domain/shared/refusal';
import type { Loaded, StreamRange, StreamRef } from '@/domain/shared/stream';
import { nameOf, type Stream, type Streams } from './streams';

/** What became of one command: the decision, what it appended (also when refused), the streams after. */
export type Ran<A extends Answer = Answer> = {
  readonly decision: Decision<A>;
  readonly appends: readonly Append[];
  readonly before: Streams;
  readonly after: Streams;
};

/**
 * Runs a command on streams in memory as the store runs it: reads in steps until nothing new is
 * named, decides, appends all or nothing. Throws where the store would call it a bug: reading
 * without end, appending to or guarding what was not read, guarding what does not exist, leaving
 * the home unchanged, more than the home for a command that says it is alone.
 */
export const runCommand = <C extends Command, S extends StreamSet, A extends Answer>(
  definition: CommandDefinition<C, S, A>,
  command: C,
  context: DecisionContext,
  before: Streams,
): Ran<A> => {
  const { named, loaded } = readAll(definition, command, context, before);
  const home = definition.home(command);
  const read = readNames(before, [home, ...named]);
  const decision = definition.decide(command, loaded, context);
  const appends = isRefusal(decision)
    ? (definition.refused?.(command, decision, loaded, context) ?? [])
    : decision.appends;
  const grown = appends
    .filter(({ events }) => events.length > 0)
    .map(({ stream }) => nameOf(stream));
  const stray = grown.find((name) => !read.has(name));
  if (stray) throw new Error(`${stray} was never read by ${command.type}`);
  if (grown.length > 0 && !grown.includes(nameOf(home))) {
    throw new Error(`${command.type} left its home unchanged`);
  }
  if (!isRefusal(decision)) assertGuarded(before, named, read, decision.guards);
  if (definition.alone && (read.size > 1 || (!isRefusal(decision) && decision.guards.length > 0))) {
    throw new Error(`${command.type} is not alone`);
  }
  const { actor, now: at } = context;
  const write = { commandId: command.commandId, actor, at, decidedOn: read.values() };
  return { decision, appends, before, after: before.with(write, appends) };
};

const mostSteps = 20;

const readAll = <C extends Command, S extends StreamSet, A extends Answer>(
  definition: CommandDefinition<C, S, A>,
  command: C,
  context: DecisionContext,
  streams: Streams,
) => {
  let loaded: Partial<LoadedSet<S>> = {};
  let before: string | undefined;
  for (let step = 0; step < mostSteps; step += 1) {
    const naming = definition.reads(command, loaded, context);
    const named = flat(naming);
    const keys = named.map(keyOf).join('\n');
    loaded = load(streams, naming);
    if (keys === before) return { named, loaded: loaded as LoadedSet<S> };
    before = keys;
  }
  throw new Error(`${command.type} does not come to an end reading`);
};

type Naming = StreamRef | readonly StreamRef[] | StreamRange | undefined;

const load = <S extends StreamSet>(streams: Streams, naming: Named<S>) => {
  const loaded: { [name: string]: Loaded | readonly Loaded[] | undefined } = {};
  for (const [name, value] of Object.entries<Naming>(naming)) {
    if (value === undefined) loaded[name] = undefined;
    else if (isList(value)) loaded[name] = value.map((ref) => seen(streams.one(ref)));
    else if (isRange(value)) loaded[name] = streams.range(value).map(seen);
    else loaded[name] = seen(streams.one(value));
  }
  return loaded as LoadedSet<S>;
};

/** A command sees no events. */
const seen = ({ ref, position, state }: Stream): Loaded => ({ ref, position, state });

const flat = <S extends StreamSet>(naming: Named<S>): readonly (StreamRef | StreamRange)[] =>
  Object.values<Naming>(naming).flatMap((value) => value ?? []);

const readNames = (
  streams: Streams,
  named: readonly (StreamRef | StreamRange)[],
): ReadonlyMap<string, Stream> => {
  const read = named.flatMap((n) => (isRange(n) ? streams.range(n) : streams.one(n)));
  return new Map(read.map((stream) => [stream.name, stream]));
};

const assertGuarded = (
  streams: Streams,
  named: readonly (StreamRef | StreamRange)[],
  read: ReadonlyMap<string, Stream>,
  guards: Accepted['guards'],
) => {
  for (const guard of guards) {
    const known = isRange(guard)
      ? named.map(keyOf).includes(keyOf(guard))
      : read.has(nameOf(guard));
    if (!known) throw new Error(`${keyOf(guard)} was guarded, but never read`);
    if (!isRange(guard) && streams.one(guard).position === 0) {
      throw new Error(`${keyOf(guard)} does not exist: nothing to guard`);
    }
  }
};

const isList = (value: Naming): value is readonly StreamRef[] => Array.isArray(value);

const isRange = (named: StreamRef | StreamRange): named is StreamRange => 'fromId' in named;

/** `room:a` for a stream, `room_day:a..b` for a range. */
export const keyOf = (named: StreamRef | StreamRange): string =>
  isRange(named) ? `${named.type}:${named.fromId}..${named.toId}` : nameOf(named);
