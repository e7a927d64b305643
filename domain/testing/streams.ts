import type { Actor } from '@/domain/shared/actor';
import type { Append } from '@/domain/shared/command';
import type { CommandId } from '@/domain/shared/ids';
import type {
  Loaded,
  Recorded,
  StreamDefinition,
  StreamRange,
  StreamRef,
} from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import { streamDefinitions } from '@/domain/stream-definitions';
import { plain } from './plain';

/** One stream in memory: its events and the state they left, kept step by step. */
export type Stream = Loaded & {
  readonly name: string;
  readonly events: readonly Recorded[];
  /** Stamp of the last atomic write, µs since 1970. */
  readonly lastCommit: number;
};

/** Who writes, when, and on which streams it was decided. */
export type Write = {
  readonly commandId: CommandId;
  readonly actor: Actor;
  readonly at: Instant;
  readonly decidedOn: Iterable<Stream>;
};

/** Streams in memory, kept as the store keeps them. Never changed in place: `with` gives new ones. */
export class Streams {
  constructor(private readonly byName: ReadonlyMap<string, Stream> = new Map()) {}

  /** A stream, at position 0 when it does not exist. */
  one(ref: StreamRef): Stream {
    const name = nameOf(ref);
    const state = definitionOf(ref.type).initialState();
    return this.byName.get(name) ?? { ref, name, position: 0, state, events: [], lastCommit: 0 };
  }

  /** The existing streams of a range, by id. */
  range({ type, fromId, toId }: StreamRange): readonly Stream[] {
    return this.all.filter(({ ref }) => ref.type === type && fromId <= ref.id && ref.id <= toId);
  }

  /** All existing streams, by name. */
  get all(): readonly Stream[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** These streams after one atomic write. Throws a TypeError for an event its stream does not hold. */
  with(write: Write, appends: readonly Append[]): Streams {
    const next = new Map(this.byName);
    const size = appends.reduce((sum, { events }) => sum + events.length, 0);
    const now = Date.parse(write.at) * 1000;
    const at = [...write.decidedOn].reduce((max, s) => Math.max(max, s.lastCommit + 1), now);
    let index = 0;
    for (const { stream: ref, events } of appends) {
      const { evolve, eventVersions } = definitionOf(ref.type);
      for (const { type, data } of events) {
        const schemaVersion = eventVersions[type];
        if (!schemaVersion) throw new TypeError(`${nameOf(ref)} holds no ${type} events`);
        const before = next.get(nameOf(ref)) ?? this.one(ref);
        const event = recorded(write, before, { type, data, schemaVersion }, { at, index, size });
        index += 1;
        next.set(before.name, {
          ...before,
          position: before.position + 1,
          state: evolve(before.state, event),
          events: [...before.events, event],
          lastCommit: at,
        });
      }
    }
    return new Streams(next);
  }

  /** What every stream holds, one event a line. */
  print(): string {
    const lines = this.all.flatMap(({ name, events }) => [
      `  ${name}`,
      ...events.map(
        ({ type, data, metadata: { streamPosition, recordedAt, actor } }) =>
          `    ${streamPosition} ${type} ${JSON.stringify(data)} by ${actor.id} at ${recordedAt}`,
      ),
    ]);
    return lines.length === 0 ? '  nothing' : lines.join('\n');
  }
}

/** `room_day:…`. */
export const nameOf = (ref: StreamRef): string => `${ref.type}:${ref.id}`;

/** The state of a stream folded from its events, from the beginning. */
export const foldedAnew = ({ ref, events }: Stream): unknown => {
  const { initialState, evolve } = definitionOf(ref.type);
  return events.reduce(evolve, initialState());
};

type AnyDefinition = Pick<StreamDefinition<unknown, never>, 'type' | 'initialState'> & {
  readonly evolve: (state: unknown, event: Recorded) => unknown;
  readonly eventVersions: { readonly [eventType: string]: number };
};

const definitions = new Map<string, AnyDefinition>(
  streamDefinitions.map((definition) => [definition.type, definition as unknown as AnyDefinition]),
);

const definitionOf = (type: string): AnyDefinition => {
  const definition = definitions.get(type);
  if (!definition) throw new TypeError(`There are no streams of type ${type}`);
  return definition;
};

const recorded = (
  { commandId, actor, at: recordedAt }: Write,
  { name, position }: Stream,
  event: { readonly type: string; readonly data: unknown; readonly schemaVersion: number },
  commit: { readonly at: number; readonly index: number; readonly size: number },
): Recorded =>
  ({
    type: event.type,
    data: plain(event.data),
    metadata: {
      messageId: `${commandId}/${name}/${commit.index}`,
      streamName: name,
      streamPosition: position + 1,
      recordedAt,
      actor,
      correlationId: commandId,
      causationId: commandId,
      schemaVersion: event.schemaVersion,
      commit: { id: commandId, ...commit },
    },
  }) as Recorded;
