import {
  accept,
  defineCommand,
  type Answer,
  type Append,
  type Command,
  type CommandDefinition,
} from '@/domain/shared/command';
import type { DomainEvent, Recorded, StreamRef } from '@/domain/shared/stream';
import type { StreamEnd } from './event-metadata';
import { hashOf } from './hash-chain';
import { plainJson } from './plain-json';
import type { StateProjection } from './state-projection';
import { parseStreamName, streamNameOf } from './stream-document';

/** Events as they were recorded once, of one atomic write; in the order they were decided. */
export type ImportEvents = Command & {
  readonly type: 'ImportEvents';
  readonly events: readonly Recorded[];
};

type Streams = { readonly streams: readonly StreamRef[] };

/** Thrown for a recorded event that is not the next one of its stream, or is not what it was. */
class NotTheNextEvent extends Error {
  constructor(
    readonly streamName: string,
    position: number,
    reason: string,
  ) {
    super(`Event ${position} of ${streamName} cannot be imported: ${reason}`);
    this.name = 'NotTheNextEvent';
  }
}

/**
 * Appends recorded events as they are: no decision, and the one way in which metadata comes from
 * outside. So each must be the next link of its stream's chain, and of a type the store knows; throws
 * NotTheNextEvent, and a TypeError for what no stream holds. The document does not remember the
 * command: sent twice, its events are no longer the next ones.
 */
export const importEvents: CommandDefinition<ImportEvents, Streams> = defineCommand<
  ImportEvents,
  Streams,
  Answer
>({
  type: 'ImportEvents',
  home: ({ events }) => streamsOf(events)[0] ?? nothingToImport(),
  reads: ({ events }) => ({ streams: streamsOf(events) }),
  decide: ({ events }) => {
    const appends = events.map((event) => ({
      stream: parseStreamName(event.metadata.streamName),
      events: [event as unknown as DomainEvent],
    }));
    return accept({}, appends);
  },
});

/** Whether a command imports; of no other are events taken as they were recorded. */
export const isImport = (definition: unknown): boolean => definition === importEvents;

/** The events of an import, after making sure that each is the next one of its stream. */
export const importedEvents = (
  appends: readonly Append[],
  endOf: (streamName: string) => StreamEnd,
  projectionOf: (streamType: string) => StateProjection,
): readonly (readonly [streamName: string, event: Recorded])[] => {
  const ends = new Map<string, StreamEnd>();
  return appends.flatMap(({ stream, events }) =>
    (events as unknown as readonly Recorded[]).map((event) => {
      const streamName = streamNameOf(stream);
      const before = ends.get(streamName) ?? endOf(streamName);
      assertNext(event, before);
      assertKnown(event, projectionOf(stream.type));
      ends.set(streamName, {
        position: event.metadata.streamPosition,
        lastHash: event.metadata.hash ?? null,
      });
      return [streamName, event] as const;
    }),
  );
};

/** Throws NotTheNextEvent unless an event follows where its stream stands, and is what its hash says. */
export const assertNext = (event: Recorded, { position, lastHash }: StreamEnd): void => {
  const { streamName, streamPosition, previousHash, hash } = event.metadata;
  const refuse = (reason: string) => new NotTheNextEvent(streamName, streamPosition, reason);
  if (streamPosition !== position + 1) throw refuse(`the stream stands at ${position}`);
  if (previousHash !== lastHash) throw refuse('it does not follow the event before it by its hash');
  if (hash !== hashOf(event)) throw refuse('it is not what its hash says');
};

/** Throws a TypeError for an event this version of the store cannot hold. */
export const assertKnown = (event: Recorded, { type, isNewer }: StateProjection): void => {
  if (isNewer(event)) {
    const version = event.metadata.schemaVersion;
    throw new TypeError(
      `this Roomlog knows no ${event.type} in version ${version} in streams of type ${type}`,
    );
  }
  plainJson(event.data);
};

const streamsOf = (events: readonly Recorded[]) =>
  [...new Set(events.map(({ metadata }) => metadata.streamName))].map(parseStreamName);

const nothingToImport = (): never => {
  throw new TypeError('There are no events to import');
};
