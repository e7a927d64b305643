import type { DomainEvent, Recorded, StreamDefinition } from './stream';

/** What must be known of a type of stream to read its events. */
export type EventVersions<E extends DomainEvent> = Pick<
  StreamDefinition<never, E>,
  'type' | 'eventVersions' | 'upcasters' | 'earlierNames'
>;

/**
 * An event as this version of the software reads it: under today's name, with the data of today's
 * version; `stored` then holds it as it is stored, which is what its hash is over. An event of today
 * comes back as it is, and so does one that newer code wrote: see `isNewer`. Reading twice is reading
 * once.
 */
export const upcast = <E extends DomainEvent>(
  definition: EventVersions<E>,
  event: Recorded,
): Recorded<E> => {
  if (isReadAsStored(definition, event)) return event as Recorded<E>;
  const { type, today: schemaVersion } = knownAs(definition, event);
  const steps = (definition.upcasters as AnyUpcasters | undefined)?.[type] ?? [];
  const data = steps
    .slice(versionOf(event) - 1)
    .reduce<unknown>((earlier, step) => step(earlier), event.data);
  const metadata = { ...event.metadata, schemaVersion };
  return { type, data, metadata, stored: event } as unknown as Recorded<E>;
};

/** Events of one stream as this version reads them; the same list where all are read as stored. */
export const upcastAll = <E extends DomainEvent>(
  definition: EventVersions<E>,
  events: readonly Recorded[],
): readonly Recorded<E>[] =>
  events.every((event) => isReadAsStored(definition, event))
    ? (events as readonly Recorded<E>[])
    : events.map((event) => upcast(definition, event));

/**
 * True for an event that newer code wrote: of a type this version does not know, or of a later version
 * of one it does. It must not be handed to `evolve`, nor its data be looked at.
 */
export const isNewer = <E extends DomainEvent>(
  definition: EventVersions<E>,
  event: Recorded,
): boolean => {
  const { today } = knownAs(definition, event);
  return today === undefined || versionOf(event) > today;
};

/** The event as it is stored, which is what hashes and exports are made of. */
export const asStored = (event: Recorded): Recorded => event.stored ?? event;

/**
 * Throws a TypeError for a definition by which some event that was ever stored could not be read:
 * each version before today's needs its upcaster, each earlier name a type of today.
 */
export const assertVersions = (definition: EventVersions<DomainEvent>): void => {
  const { type: streamType, eventVersions, upcasters = {}, earlierNames = {} } = definition;
  for (const [type, version] of Object.entries(eventVersions)) {
    const steps = upcasters[type]?.length ?? 0;
    if (steps === version - 1) continue;
    throw new TypeError(
      `${type} of ${streamType} is at version ${version}, with ${steps} upcasters`,
    );
  }
  const orphan = Object.keys(upcasters).find((type) => !Object.hasOwn(eventVersions, type));
  if (orphan) throw new TypeError(`${streamType} has upcasters for ${orphan}, and no such event`);
  for (const [earlier, type] of Object.entries(earlierNames)) {
    if (Object.hasOwn(eventVersions, type) && !Object.hasOwn(eventVersions, earlier)) continue;
    throw new TypeError(`${earlier} of ${streamType} cannot be an earlier name of ${type}`);
  }
};

/** The name an event type goes by today; the same where it was never renamed. */
export const todaysName = <E extends DomainEvent>(
  { earlierNames = {} }: EventVersions<E>,
  storedType: string,
): string => ownOf(earlierNames, storedType) ?? storedType;

/** True for an event of today, and for one that newer code wrote. */
const isReadAsStored = <E extends DomainEvent>(definition: EventVersions<E>, event: Recorded) => {
  const { type, today } = knownAs(definition, event);
  const version = versionOf(event);
  return today === undefined || version > today || (version === today && type === event.type);
};

type AnyUpcasters = { readonly [type: string]: readonly ((data: unknown) => unknown)[] };

/** Today's name of an event's type and today's version of it; none for a type that is not known. */
const knownAs = <E extends DomainEvent>(
  definition: EventVersions<E>,
  event: Recorded,
): { readonly type: string; readonly today: number | undefined } => {
  const type = todaysName(definition, event.type);
  return { type, today: ownOf(definition.eventVersions, type) };
};

// What comes from a database may be called `constructor`.
const ownOf = <Value>(of: { readonly [key: string]: Value }, key: string): Value | undefined =>
  Object.hasOwn(of, key) ? of[key] : undefined;

/** Stock Emmett writes no version; what it wrote is of the first. */
const versionOf = ({ metadata }: Recorded): number =>
  (metadata as Partial<typeof metadata>).schemaVersion ?? 1;
