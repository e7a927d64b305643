import type {
  Answer,
  Command,
  CommandDefinition,
  Decision,
  DecisionContext,
  LoadedSet,
  StreamSet,
} from '@/domain/shared/command';
import type { Loaded, StreamRange, StreamRef } from '@/domain/shared/stream';
import { streamNameOf } from '../event-store/stream-document';
import { eventStore } from '../store';

/** Commands that can be asked what they would decide; nothing is written, and nothing held for later. */
type Asking<C extends Command, A extends Answer> = {
  readonly decide: (command: C) => Promise<Decision<A>>;
  /** What it was decided on; undefined for a stream that no command named. */
  readonly seen: <Ref extends StreamRef>(ref: Ref) => Loaded<Ref> | undefined;
};

/**
 * Asks a command itself what it would decide on the states as they are now, so that a page offers only
 * what would be granted. `commands` are those that may be asked about: what they name first is read at
 * once for all of them, what only those states name when one is asked. Each stream is read once, not
 * all in one snapshot: the real command decides anew.
 *
 * @param known states that were read already, or that are sure
 * @throws Error for a command that reads a range, or names something new for ever
 */
export const wouldDecide = async <C extends Command, S extends StreamSet, A extends Answer>(
  definition: CommandDefinition<C, S, A>,
  commands: readonly C[],
  context: DecisionContext,
  known: readonly Loaded[] = [],
): Promise<Asking<C, A>> => {
  const store = await eventStore();
  const states = new Map(known.map((loaded) => [streamNameOf(loaded.ref), loaded]));
  const read = async (refs: readonly StreamRef[]) => {
    const unread = new Map(refs.map((ref) => [streamNameOf(ref), ref]));
    const found = await store.readStates([...unread.values()]);
    for (const loaded of found) states.set(streamNameOf(loaded.ref), loaded);
  };
  const reading = (command: C) => readFrom(states, definition, command, context);
  await read(commands.flatMap((command) => reading(command).missing));
  return {
    decide: async (command) => {
      for (;;) {
        const { loaded, missing } = reading(command);
        if (missing.length === 0) return definition.decide(command, loaded, context);
        await read(missing);
      }
    },
    seen: <Ref extends StreamRef>(ref: Ref) =>
      states.get(streamNameOf(ref)) as Loaded<Ref> | undefined,
  };
};

type Naming = StreamRef | readonly StreamRef[] | StreamRange | undefined;

const mostSteps = 20;

/** What a command reads of states that are there, in its steps, and what of it is not there yet. */
const readFrom = <C extends Command, S extends StreamSet>(
  states: ReadonlyMap<string, Loaded>,
  definition: Pick<CommandDefinition<C, S>, 'type' | 'reads'>,
  command: C,
  context: DecisionContext,
): { readonly loaded: LoadedSet<S>; readonly missing: readonly StreamRef[] } => {
  let loaded: Partial<LoadedSet<S>> = {};
  let before: string | undefined;
  for (let step = 0; step < mostSteps; step += 1) {
    const naming = Object.entries<Naming>(definition.reads(command, loaded, context));
    const named = naming.flatMap(([, value]) => refsIn(value, definition.type));
    const names = named.map(streamNameOf);
    const found = naming.map(([name, value]) => [name, resolve(states, value)] as const);
    loaded = Object.fromEntries(found) as LoadedSet<S>;
    const missing = named.filter((ref) => !states.has(streamNameOf(ref)));
    if (missing.length > 0 || names.join('\n') === before) {
      return { loaded: loaded as LoadedSet<S>, missing };
    }
    before = names.join('\n');
  }
  throw new Error(`${definition.type} does not come to an end reading`);
};

const refsIn = (value: Naming, type: string): readonly StreamRef[] => {
  if (value === undefined) return [];
  if (isList(value)) return value;
  if ('fromId' in value) throw new Error(`${type} reads a range: what is in it is not known ahead`);
  return [value];
};

const resolve = (states: ReadonlyMap<string, Loaded>, value: Naming) => {
  if (value === undefined || 'fromId' in value) return undefined;
  const stateOf = (ref: StreamRef) => states.get(streamNameOf(ref));
  return isList(value) ? value.flatMap((ref) => stateOf(ref) ?? []) : stateOf(value);
};

const isList = (value: Naming): value is readonly StreamRef[] => Array.isArray(value);
