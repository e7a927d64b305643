import type {
  Command,
  CommandDefinition,
  DecisionContext,
  LoadedSet,
  Named,
  StreamSet,
} from '@/domain/shared/command';
import type { Loaded, StreamRange, StreamRef } from '@/domain/shared/stream';
import { isRange, rangeKey, type Overlay } from './overlay';
import { streamNameOf } from './stream-document';
import { loadedOf, type StreamEntry } from './stream-entry';

/** One step of a command's reading: what it names, and what of it is loaded. */
export type ReadSet = {
  readonly named: readonly (StreamRef | StreamRange)[];
  readonly loaded: LoadedSet<StreamSet>;
  /** The same, and the command's home, as the overlay held them: by stream name. */
  readonly entries: ReadonlyMap<string, StreamEntry>;
  /** True when the step before named the same: nothing is left to read. */
  readonly complete: boolean;
  readonly steps: number;
};

const mostSteps = 20;

/** Nothing read yet. */
export const nothingRead: ReadSet = {
  named: [],
  loaded: {},
  entries: new Map(),
  complete: false,
  steps: 0,
};

/**
 * What a command names next, given what the steps before loaded.
 * Throws when it names something new for ever: the whole lane would wait for it.
 */
export const namedNext = (
  definition: CommandDefinition,
  command: Command,
  context: DecisionContext,
  before: ReadSet,
): Named<StreamSet> => {
  if (before.steps >= mostSteps) throw new Error(`${command.type} does not come to an end reading`);
  return definition.reads(command, before.loaded, context);
};

/** Takes from the overlay what was named and is loaded by now; the home too, which always is. */
export const collect = (
  overlay: Overlay,
  home: StreamRef,
  named: Named<StreamSet>,
  before: ReadSet,
): ReadSet => {
  const all = flat(named);
  const loaded: { [name: string]: Loaded | readonly Loaded[] | undefined } = {};
  for (const [name, value] of Object.entries(named)) loaded[name] = resolve(overlay, value);
  const read = all.flatMap((n) => (isRange(n) ? overlay.inRange(n) : overlay.entry(n)));
  return {
    named: all,
    loaded: loaded as LoadedSet<StreamSet>,
    entries: new Map([overlay.entry(home), ...read].map((entry) => [entry.streamName, entry])),
    complete: before !== nothingRead && keys(all) === keys(before.named),
    steps: before.steps + 1,
  };
};

/** False when a command decided since may have changed what was read. */
export const standsIn = (overlay: Overlay, { named, entries }: ReadSet): boolean =>
  !named.some(isRange) && [...entries.values()].every((entry) => overlay.holds(entry));

/** Every stream and range that is named, in order. */
export const flat = (named: Named<StreamSet>): readonly (StreamRef | StreamRange)[] =>
  Object.values(named).flatMap((value) => (value === undefined ? [] : value));

const resolve = (overlay: Overlay, value: Named<StreamSet>[string]) => {
  const loaded = (ref: StreamRef) =>
    loadedOf(overlay.entry(ref), overlay.from.projectionOf(ref.type).initialState);
  if (value === undefined) return undefined;
  if (isList(value)) return value.map(loaded);
  if (isRange(value)) return overlay.inRange(value).map((entry) => loaded(entry.ref));
  return loaded(value);
};

const isList = (
  value: StreamRef | readonly StreamRef[] | StreamRange,
): value is readonly StreamRef[] => Array.isArray(value);

const keys = (named: readonly (StreamRef | StreamRange)[]) =>
  named.map((n) => (isRange(n) ? rangeKey(n) : streamNameOf(n))).join('\n');
