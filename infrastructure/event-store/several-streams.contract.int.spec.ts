import {
  NO_CONCURRENCY_CHECK,
  STREAM_DOES_NOT_EXIST,
  STREAM_EXISTS,
} from '@event-driven-io/emmett';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { CommandId } from '@/domain/shared/ids';
import type { EventMetadata } from '@/domain/shared/stream';
import { failCommands } from '../testing/event-store/fail-commands';
import { storages } from '../testing/event-store/storages';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { appendEvents, StreamVersionConflict, type ExpectedPosition } from './append-to-stream';
import { streamNameOf } from './stream-document';

describe.each(storages)('Several streams at once, stored as %s', (_, storage) => {
  let store: OpenStore;
  let elsewhere: OpenStore;
  let impatient: OpenStore;
  beforeAll(async () => {
    const options = { storage: storage() };
    store = await openStore(options);
    elsewhere = await openBeside(store, options);
    impatient = await openBeside(store, { ...options, limits: { patience: 100 } });
  });

  type Part = readonly [stream: TallyRef, expected: ExpectedPosition, ...notes: readonly string[]];
  const appending = (parts: readonly Part[], through = store) =>
    through.execute(
      appendEvents,
      {
        type: 'AppendEvents',
        commandId: CommandId.of(uuidv7()),
        appends: parts.map(([stream, expected, ...notes]) => ({
          stream,
          expected,
          events: notes.map((note) => counted(1, note)),
        })),
      },
      ana,
    );
  const positions = async (...streams: readonly TallyRef[]) =>
    (await store.readStates(streams)).map(({ position }) => position);
  const pair = async () => {
    const both = [tally(), tally(undefined, 'shelf')] as const;
    await store.execute(counting(...both), sent(), ana);
    return both;
  };

  test('22: A write over many streams may be larger than the 16 MB of one message', async () => {
    const streams = Array.from({ length: 120 }, () => tally());
    const long = 'x'.repeat(200 * 1024);
    for (const position of [1, 2]) {
      const parts = streams.map((stream) => [stream, NO_CONCURRENCY_CHECK, long] as const);
      expect(await appending(parts)).toMatchObject({ status: 'accepted' });
      expect(new Set(await positions(...streams))).toEqual(new Set([position]));
    }
  });

  test('22: An append over several streams is atomic: after any failure every stream is as before', async () => {
    const [one, other] = await pair();
    const tooLong = 'x'.repeat(16 * 1024 * 1024);
    expect(
      await appending([
        [one, NO_CONCURRENCY_CHECK, 'fits'],
        [other, NO_CONCURRENCY_CHECK, tooLong],
      ]),
    ).toMatchObject({ refusal: { code: 'STREAM_FULL' } });
    const fault = { failCommands: ['commitTransaction'], errorCode: 251 };
    const lost = await failCommands(impatient, fault);
    expect(await impatient.execute(counting(one, other), sent(), ana)).toMatchObject({
      refusal: { code: 'UNAVAILABLE' },
    });
    await lost();
    expect(await positions(one, other)).toEqual([1, 1]);
    expect(await impatient.execute(counting(one, other), sent(), ana)).toMatchObject({
      positions: { [streamNameOf(one)]: 2, [streamNameOf(other)]: 2 },
    });
  });

  test('23: Each stream has its own expected version, and one conflict refuses the whole', async () => {
    const [one, other] = await pair();
    const fresh = tally();
    const wrong = appending([
      [one, 1, 'a'],
      [fresh, STREAM_DOES_NOT_EXIST, 'b'],
      [other, 7, 'c'],
    ]);
    await expect(wrong).rejects.toMatchObject({
      conflicts: [{ streamName: streamNameOf(other), expected: 7, actual: 1 }],
    });
    expect(await positions(one, fresh, other)).toEqual([1, 0, 1]);
    await appending([
      [one, 1, 'a'],
      [fresh, STREAM_DOES_NOT_EXIST, 'b'],
      [other, STREAM_EXISTS, 'c'],
    ]);
    expect(await positions(one, fresh, other)).toEqual([2, 1, 2]);
  });

  test('24: Conditions on streams that are not written are judged with the others; the error lists each that failed', async () => {
    const [one, other] = await pair();
    const fresh = tally();
    const failing = appending([
      [fresh, STREAM_DOES_NOT_EXIST, 'a'],
      [one, 5],
      [other, STREAM_DOES_NOT_EXIST],
    ]);
    await expect(failing).rejects.toMatchObject({
      conflicts: [
        { streamName: streamNameOf(one), expected: 5, actual: 1 },
        { streamName: streamNameOf(other), expected: STREAM_DOES_NOT_EXIST, actual: 1 },
      ],
    });
    expect(await store.streamExists(streamNameOf(fresh))).toBe(false);
    await appending([
      [fresh, STREAM_DOES_NOT_EXIST, 'a'],
      [one, 1],
    ]);
    expect(await positions(fresh, one)).toEqual([1, 1]);
  });

  test('24: Of two appends that each write what the other has a condition on, one at most is done', async () => {
    for (let round = 0; round < 15; round += 1) {
      const [one, other] = await pair();
      const results = await Promise.allSettled([
        appending(
          [
            [one, 1],
            [other, NO_CONCURRENCY_CHECK, 'a'],
          ],
          store,
        ),
        appending(
          [
            [other, 1],
            [one, NO_CONCURRENCY_CHECK, 'b'],
          ],
          elsewhere,
        ),
      ]);
      const refused = results.filter((result) => result.status === 'rejected');
      expect(refused).toHaveLength(1);
      expect(refused[0]?.reason).toBeInstanceOf(StreamVersionConflict);
    }
  });

  test('24: That a stream does not exist cannot be a condition beside appends: nothing would keep it so', async () => {
    const [one] = await pair();
    const absent = appending([
      [one, 1, 'a'],
      [tally(), STREAM_DOES_NOT_EXIST],
    ]);
    await expect(absent).rejects.toThrow(TypeError);
    expect(await positions(one)).toEqual([1]);
  });

  test('25: Events interleaved over streams keep their order by commit stamp', async () => {
    const [one, other] = [tally(), tally(undefined, 'shelf')];
    await appending([
      [one, 0, 'first'],
      [other, 0, 'second'],
      [one, 0, 'third'],
    ]);
    await appending([
      [other, 1, 'fourth'],
      [one, 2, 'fifth'],
    ]);
    const events = [
      ...(await store.readWhole(one)).events,
      ...(await store.readWhole(other)).events,
    ];
    const ordered = events.toSorted((a, b) => byCommit(a.metadata, b.metadata));
    const notes = ordered.map(({ data }) => data.note);
    expect(notes).toEqual(['first', 'second', 'third', 'fourth', 'fifth']);
    expect(ordered.map(({ metadata }) => metadata.commit.size)).toEqual([3, 3, 3, 2, 2]);
  });
});

const byCommit = ({ commit: a }: EventMetadata, { commit: b }: EventMetadata) =>
  a.at - b.at || a.index - b.index;
