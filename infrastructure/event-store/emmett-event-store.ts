import {
  NO_CONCURRENCY_CHECK,
  STREAM_DOES_NOT_EXIST,
  STREAM_EXISTS,
  upcastRecordedMessages,
  type EventStore,
  type ExpectedStreamVersion,
  type ReadStreamOptions,
} from '@event-driven-io/emmett';
import type { MongoDBReadEventMetadata } from '@event-driven-io/emmett-mongodb';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/domain/shared/actor';
import { CommandId, MemberId } from '@/domain/shared/ids';
import type { Recorded } from '@/domain/shared/stream';
import {
  appendToOneStream,
  meets,
  StreamVersionConflict,
  type ExpectedPosition,
} from './append-to-stream';
import type { Lane } from './lane';
import type { LoadingFrom } from './load';
import { readSlice } from './read';
import { parseStreamName } from './stream-document';

/** Who stands in events that came through Emmett's interface, which knows no actor. */
const emmettActor: Actor = { id: MemberId.of('emmett'), role: 'manager' };

/** Our store as Emmett's `EventStore`: its CommandHandler and specifications run on it. */
export type EmmettEventStore = EventStore<MongoDBReadEventMetadata>;

/**
 * Emmett's interface over the lane and the reads. Positions are bigint there and numbers here;
 * this file converts. Schema downcasts are refused: what is decided is what is stored.
 * `readStream` throws StreamVersionConflict when `expectedStreamVersion` is given and not met.
 */
export const emmettEventStore = (from: LoadingFrom, lane: Lane): EmmettEventStore => {
  const readStream: EmmettEventStore['readStream'] = async (streamName, options) => {
    const ref = parseStreamName(streamName);
    const { exists, position, events } = await readSlice(from, ref, sliceOf(options));
    const expected = expectedPosition(options?.expectedStreamVersion);
    if (!meets(expected, position)) {
      throw new StreamVersionConflict([{ streamName, expected, actual: position }]);
    }
    return {
      streamExists: exists,
      currentStreamVersion: BigInt(position),
      events: upcastRecordedMessages(events.map(emmettEvent), options?.schema?.versioning),
    };
  };
  return {
    readStream,
    aggregateStream: async (streamName, { evolve, initialState, read }) => {
      const stream = await readStream(streamName, read);
      const fold = evolve as (state: unknown, event: unknown) => unknown;
      const state = stream.events.reduce<unknown>(fold, initialState());
      return { ...stream, state: state as ReturnType<typeof initialState> };
    },
    appendToStream: async (streamName, events, options) => {
      if (options?.schema?.versioning?.downcast) {
        throw new TypeError('Events are stored as they were decided; downcasting is not supported');
      }
      const stream = parseStreamName(streamName);
      const expected = expectedPosition(options?.expectedStreamVersion);
      const outcome = await lane.submit(
        appendToOneStream,
        {
          type: 'AppendEvents',
          commandId: CommandId.of(uuidv7()),
          appends: [{ stream, events, expected }],
        },
        { actor: emmettActor },
      );
      if (outcome.status === 'refused') throw new Error(`Not appended: ${outcome.refusal.code}`);
      const position =
        outcome.positions[streamName] ?? (await readSlice(from, stream, { limit: 0 })).position;
      return {
        nextExpectedStreamVersion: BigInt(position),
        createdNewStream: outcome.answer.created.includes(streamName),
      };
    },
    streamExists: async (streamName) =>
      (await readSlice(from, parseStreamName(streamName), { limit: 0 })).exists,
  };
};

const emmettEvent = (event: Recorded) => {
  const streamPosition = BigInt(event.metadata.streamPosition);
  const metadata = { ...event.metadata, streamPosition };
  return { ...event, kind: 'Event', metadata } as never;
};

type Range = Pick<ReadStreamOptions, 'from' | 'to' | 'maxCount'>;

const sliceOf = (options: Range | undefined) => ({
  ...(options?.from !== undefined && { from: Number(options.from) }),
  ...(options?.to !== undefined && { to: Number(options.to) }),
  ...(options?.maxCount !== undefined && { limit: Number(options.maxCount) }),
});

const expectedPosition = (expected: ExpectedStreamVersion | undefined): ExpectedPosition => {
  if (expected === undefined || expected === NO_CONCURRENCY_CHECK) return NO_CONCURRENCY_CHECK;
  if (expected === STREAM_EXISTS || expected === STREAM_DOES_NOT_EXIST) return expected;
  return Number(expected);
};
