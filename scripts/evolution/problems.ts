import type { DomainEvent, Recorded } from '@/domain/shared/stream';
import { todaysName, type EventVersions } from '@/domain/shared/upcast';
import {
  stateProjection,
  type AnyStreamDefinition,
  type StateProjection,
} from '@/infrastructure/event-store/state-projection';
import type { EventShapes } from './event-shapes';
import { firstDifference } from './first-difference';
import { misfits, optionalFields, optionalFieldsIn } from './shape';
import type { Shipped, States } from './shipped';

/** A type of stream as the code has it now. */
export type Current = {
  readonly definition: AnyStreamDefinition & EventVersions<DomainEvent>;
  /** Of the data of its events, as their TypeScript types say. */
  readonly shapes: EventShapes;
};

const record = 'then run `npm run record-shapes`';

/**
 * What is wrong between a type of stream as it is and what it has shipped with: each as a sentence
 * with what to do. None when every event ever stored is still read, and nothing has changed without a
 * new version.
 */
export function problemsOf(current: Current, shipped: readonly Shipped[]): readonly string[] {
  const unversioned = typesWithoutVersion(current);
  if (unversioned.length > 0) return unversioned;
  const projection = stateProjection(current.definition);
  const now = shipped.find((each) => each.schemaVersion === projection.schemaVersion);
  return [
    ...shipped.flatMap((each) => reshaped(current, each)),
    ...shipped.flatMap((each) => unreadable(current, projection, each)),
    ...shipped.flatMap(unused),
    ...(now ? otherEvents(current, now) : unrecorded(projection, shipped)),
    ...(now ? otherStates(projection, shipped, now) : []),
  ];
}

const versioned = (type: string, version: number) => `${type} version ${String(version)}`;
const versionOf = ({ streamType, schemaVersion }: Shipped) => versioned(streamType, schemaVersion);

/** The compiler finds these too, unless somebody has told it not to. */
function typesWithoutVersion({ definition, shapes }: Current): readonly string[] {
  return [
    ...Object.keys(shapes)
      .filter((type) => !Object.hasOwn(definition.eventVersions, type))
      .map((type) => `${type} of ${definition.type} has no version: add it to eventVersions.`),
    ...Object.keys(definition.eventVersions)
      .filter((type) => !Object.hasOwn(shapes, type))
      .map((type) => `${type} of ${definition.type} has a version, but is no event of its type.`),
  ];
}

/** A version that is not written down yet, or one before those that are. */
function unrecorded(
  { type, schemaVersion }: StateProjection,
  shipped: readonly Shipped[],
): readonly string[] {
  const newest = shipped.at(-1);
  if (newest && newest.schemaVersion > schemaVersion) {
    return [`${versionOf(newest)} has shipped: its schemaVersion never goes back.`];
  }
  return [`${versioned(type, schemaVersion)} has no record: run \`npm run record-shapes\`.`];
}

/** Event types whose shape is another than the one their version has shipped with. */
function reshaped({ definition, shapes }: Current, shipped: Shipped): readonly string[] {
  return Object.entries(shipped.eventVersions).flatMap(([stored, version]) => {
    const type = todaysName(definition, stored);
    const difference = firstDifference(shipped.shapes[stored], shapes[type]);
    if (definition.eventVersions[type] !== version || !difference) return [];
    const { path, was, is } = difference;
    return [
      `${versioned(type, version)} has shipped with another shape: ${path || 'data'} was ${was} and is ${is}. ` +
        `Leave it, or make the new shape version ${String(version + 1)} with an upcaster, ` +
        `raise the schemaVersion of ${definition.type}, ${record}.`,
    ];
  });
}

/** Events that were stored once, and that this code does not read as one of its own. */
function unreadable(
  { definition, shapes }: Current,
  projection: StateProjection,
  shipped: Shipped,
): readonly string[] {
  const problems = shipped.streams.flat().map((event) => {
    const told = `${versioned(event.type, event.metadata.schemaVersion)} of ${versionOf(shipped)}`;
    if (projection.isNewer(event)) {
      return (
        `${told} has shipped and is not read any more. ` +
        'Take the type back, or name it in earlierNames; versions only grow.'
      );
    }
    const [read = event] = projection.upcast([event]);
    const [misfit] = misfits(shapes[read.type] ?? 'event', read.data);
    if (misfit === undefined) return undefined;
    const today = definition.eventVersions[read.type] ?? 0;
    return `${told} is not read as ${versioned(read.type, today)}: ${misfit}. Correct its upcasters.`;
  });
  return [...new Set(problems.filter((problem) => problem !== undefined))];
}

/** Event types and optional fields that the streams of a record do without. */
function unused(shipped: Shipped): readonly string[] {
  const events = shipped.streams.flat();
  return Object.entries(shipped.shapes).flatMap(([type, shape]) => {
    const some = events.filter((event) => event.type === type);
    const have = new Set(some.flatMap(({ data }) => optionalFieldsIn(shape, data)));
    const fields = optionalFields(shape).filter((field) => !have.has(field));
    const missing = some.length === 0 ? [type] : fields.map((field) => `${type}${field}`);
    return missing.map(
      (each) =>
        `No stream of ${versionOf(shipped)} has ${each}: add it to scripts/evolution/story.ts.`,
    );
  });
}

/** Events and versions that came or went although the state kept its version. */
function otherEvents({ definition }: Current, shipped: Shipped): readonly string[] {
  const difference = firstDifference(shipped.eventVersions, definition.eventVersions);
  if (!difference) return [];
  const { path, was, is } = difference;
  return [
    `${path} has version ${is}, and ${versionOf(shipped)} has shipped with ${was}. Raise the ` +
      `schemaVersion of ${shipped.streamType}, so that older code sees what it does not know, ${record}.`,
  ];
}

/** Streams of any version that fold to another state than the one this version has shipped with. */
function otherStates(
  projection: StateProjection,
  all: readonly Shipped[],
  now: Shipped,
): readonly string[] {
  const earlier = all.filter(({ schemaVersion }) => schemaVersion <= now.schemaVersion);
  return earlier.flatMap(({ schemaVersion, streams }) => {
    const is = statesOf(projection, streams);
    const difference = firstDifference(now.states[String(schemaVersion)], is);
    if (!difference) return [];
    const { path, was, is: found } = difference;
    const [stream, event, ...field] = path.split('.');
    return [
      `evolve makes another state of what ${versioned(now.streamType, schemaVersion)} has stored than ` +
        `${versionOf(now)} has shipped with: in stream ${place(stream)} after event ${place(event)} ` +
        `${field.join('.') || 'the state'} was ${was} and is ${found}. ` +
        `Take the change back, or raise the schemaVersion of ${now.streamType}, ${record}.`,
    ];
  });
}

const place = (index: string | undefined) => String(Number(index) + 1);

/** What each stream folds to after each of its events, as plain JSON. */
export function statesOf(
  { fold }: Pick<StateProjection, 'fold'>,
  streams: readonly (readonly Recorded[])[],
): States {
  const stateAfter = (events: readonly Recorded[], count: number) =>
    JSON.parse(JSON.stringify(fold(events.slice(0, count)))) as unknown;
  return streams.map((events) => events.map((_, i) => stateAfter(events, i + 1)));
}
