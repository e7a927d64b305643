import {
  ConcurrencyError,
  NO_CONCURRENCY_CHECK,
  STREAM_DOES_NOT_EXIST,
  STREAM_EXISTS,
  type ExpectedStreamVersionGeneral,
} from '@event-driven-io/emmett';
import {
  accept,
  defineCommand,
  type Command,
  type CommandDefinition,
} from '@/domain/shared/command';
import type { DomainEvent, StreamRef } from '@/domain/shared/stream';
import { streamNameOf } from './stream-document';

/** What a stream must be for an append: its exact position, or one of Emmett's words. */
export type ExpectedPosition = number | ExpectedStreamVersionGeneral;

/** Events for one stream, decided elsewhere. */
export type StreamAppend = {
  readonly stream: StreamRef;
  readonly events: readonly DomainEvent[];
  readonly expected: ExpectedPosition;
};

/**
 * Appends that belong together: all or none. Those without events only check the position, and make
 * sure it stays; so beside others they can check only streams that exist.
 */
export type AppendEvents = Command & {
  readonly type: 'AppendEvents';
  readonly appends: readonly StreamAppend[];
};

/** Thrown when streams do not stand where an append expects them; names each one that failed. */
export class StreamVersionConflict extends ConcurrencyError {
  constructor(
    readonly conflicts: readonly {
      readonly streamName: string;
      readonly expected: ExpectedPosition;
      readonly actual: number;
    }[],
  ) {
    const texts = conflicts.map((c) => `${c.streamName} is at ${c.actual}, not ${c.expected}`);
    super(String(conflicts[0]?.actual), String(conflicts[0]?.expected), texts.join('; '));
    Object.setPrototypeOf(this, StreamVersionConflict.prototype);
  }
}

type Streams = { readonly streams: readonly StreamRef[] };
type Appended = { readonly created: readonly string[] };

/**
 * Emmett's `appendToStream` as a command: no decision of ours, only the expected positions.
 * Several streams at once are one atomic write. Throws StreamVersionConflict, and a TypeError for a
 * check beside appends that a stream does not exist.
 */
export const appendEvents: CommandDefinition<AppendEvents, Streams, Appended> = defineCommand<
  AppendEvents,
  Streams,
  Appended
>({
  type: 'AppendEvents',
  home: ({ appends }) => homeOf(appends),
  reads: ({ appends }) => ({ streams: appends.map(({ stream }) => stream) }),
  decide: ({ appends }, { streams }) => {
    const positions = new Map(streams.map((s) => [streamNameOf(s.ref), s.position]));
    const actual = ({ stream }: StreamAppend) => positions.get(streamNameOf(stream)) ?? 0;
    const conflicts = appends
      .filter((append) => !meets(append.expected, actual(append)))
      .map((append) => ({
        streamName: streamNameOf(append.stream),
        expected: append.expected,
        actual: actual(append),
      }));
    if (conflicts.length > 0) throw new StreamVersionConflict(conflicts);
    const grown = appends.filter(({ events }) => events.length > 0);
    const created = grown.filter((a) => actual(a) === 0).map((a) => streamNameOf(a.stream));
    if (grown.length === 0) return accept({ created }, []);
    const grownNames = new Set(grown.map((a) => streamNameOf(a.stream)));
    const checks = appends.filter(
      (a) => expectsSomething(a) && !grownNames.has(streamNameOf(a.stream)),
    );
    const absent = checks.find((a) => actual(a) === 0);
    if (absent) {
      const streamName = streamNameOf(absent.stream);
      throw new TypeError(`${streamName} does not exist: nothing keeps others from making it`);
    }
    const guards = checks.map((a) => a.stream);
    return accept({ created }, grown, guards);
  },
});

/** The same for one stream, which needs no transaction. */
export const appendToOneStream: typeof appendEvents = { ...appendEvents, alone: true };

const homeOf = (appends: readonly StreamAppend[]) => {
  const first = appends.find(({ events }) => events.length > 0) ?? appends[0];
  if (!first) throw new TypeError('There is no stream to append to');
  return first.stream;
};

const expectsSomething = ({ expected }: StreamAppend) => expected !== NO_CONCURRENCY_CHECK;

/** Whether a stream at this position is what an append expects; 0 is one that does not exist. */
export const meets = (expected: ExpectedPosition, actual: number): boolean => {
  if (expected === NO_CONCURRENCY_CHECK) return true;
  if (expected === STREAM_DOES_NOT_EXIST) return actual === 0;
  if (expected === STREAM_EXISTS) return actual > 0;
  return actual === expected;
};
