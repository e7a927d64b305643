import { validate as isUuid, version as uuidVersion } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import { storages } from '../testing/event-store/storages';
import { ana, counting, sent, toy } from '../testing/event-store/toy-commands';
import { counted, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { hashOf } from './hash-chain';
import { streamNameOf } from './stream-document';

const now = Date.UTC(2026, 10, 20, 9, 0, 0, 7);

describe.each(storages)('Append, stored as %s', (_, storage) => {
  let store: OpenStore;
  beforeAll(async () => {
    store = await openStore({ storage: storage(), clock: () => now });
  });

  const appending = (stream: TallyRef, ...notes: readonly unknown[]) =>
    store.appendToStream(
      streamNameOf(stream),
      notes.map((note) => ({ type: 'Counted', data: { by: 1, note } })),
    );
  const notesOf = async (stream: TallyRef) =>
    (await store.readWhole(stream)).events.map(({ data }) => data.note);

  test('1: An event comes back with the id, type, data, metadata and time it was written with', async () => {
    const stream = tally();
    const command = sent();
    await store.execute(counting(stream), command, { ...ana, correlationId: 'wish-1' });
    const { events } = await store.readWhole(stream);
    expect(events).toEqual([
      {
        type: 'Counted',
        data: { by: 1 },
        metadata: {
          messageId: events[0]?.metadata.messageId,
          streamName: streamNameOf(stream),
          streamPosition: 1,
          recordedAt: '2026-11-20T09:00:00.007Z',
          actor: { id: 'ana.ruiz', role: 'member' },
          correlationId: 'wish-1',
          causationId: command.commandId,
          schemaVersion: 1,
          commit: { id: events[0]?.metadata.commit.id, at: now * 1000, index: 0, size: 1 },
          previousHash: null,
          hash: events[0] && hashOf(events[0]),
        },
      },
    ]);
    const { messageId } = events[0]?.metadata ?? { messageId: '' };
    expect(isUuid(messageId) && uuidVersion(messageId)).toBe(5);
    expect((await store.readSlice(stream, {})).events).toEqual(events);
  });

  test('9: Of who acts the id and the role are stored, whatever else is known, such as a name', async () => {
    const stream = tally();
    const actor = { ...ana.actor, name: 'Ana Ruiz' };
    await store.execute(counting(stream), sent(), { actor });
    const { events } = await store.readWhole(stream);
    expect(events[0]?.metadata.actor).toEqual(ana.actor);
  });

  test('2: Events of one append keep their order; those of later appends follow', async () => {
    const stream = tally();
    await appending(stream, 'a', 'b', 'c');
    await appending(stream, 'd', 'e');
    expect(await notesOf(stream)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('3: Appending nothing stores nothing, makes no stream and does not fail', async () => {
    const stream = tally();
    expect(await appending(stream)).toMatchObject({
      nextExpectedStreamVersion: 0n,
      createdNewStream: false,
    });
    expect(await store.readWhole(stream)).toMatchObject({ exists: false, position: 0 });
    await appending(stream, 'a');
    expect(await appending(stream)).toMatchObject({ nextExpectedStreamVersion: 1n });
    expect(await notesOf(stream)).toEqual(['a']);
  });

  test('4: When one event of an append is refused, none is stored and the version stays', async () => {
    const stream = tally();
    await appending(stream, 'a');
    await expect(appending(stream, 'b', new Date(), 'c')).rejects.toThrow(/plain JSON/);
    const unknown = { type: 'NeverHeardOf', data: {} };
    await expect(
      store.appendToStream(streamNameOf(stream), [counted(1, 'b'), unknown]),
    ).rejects.toThrow(/no NeverHeardOf events/);
    expect(await store.readWhole(stream)).toMatchObject({ position: 1, state: { count: 1 } });
    expect(await notesOf(stream)).toEqual(['a']);
  });

  test('5: The result tells the next version, and whether the stream was created', async () => {
    const stream = tally();
    expect(await appending(stream, 'a', 'b')).toMatchObject({
      nextExpectedStreamVersion: 2n,
      createdNewStream: true,
    });
    expect(await appending(stream, 'c')).toMatchObject({
      nextExpectedStreamVersion: 3n,
      createdNewStream: false,
    });
    expect(await store.execute(counting(stream), sent(), ana)).toMatchObject({
      positions: { [streamNameOf(stream)]: 4 },
    });
  });

  test('6: Events of one stream never show up in another, nor in one of equal id and other type', async () => {
    const [one, other] = [tally(), tally()];
    const shelf = tally(one.id, 'shelf');
    await Promise.all([
      appending(one, 'one'),
      appending(other, 'other'),
      appending(shelf, 'shelf'),
    ]);
    expect(await notesOf(one)).toEqual(['one']);
    expect(await notesOf(other)).toEqual(['other']);
    expect(await notesOf(shelf)).toEqual(['shelf']);
  });

  const plain = {
    unicode: 'Zürich ☕ 会議室 👩‍🚀 \u0000 "quoted"',
    empty: { text: '', list: [], object: {}, '': 'no name' },
    nested: [{ a: [{ b: null }] }, [[1]], false],
    numbers: [0, -1, 0.1, 5e-324, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1)],
    'dotted.key': 1,
  };

  test('7: Plain JSON comes back exactly; what JSON cannot hold is refused, not bent', async () => {
    const stream = tally();
    await appending(stream, plain, { undefinedIsLeftOut: undefined });
    expect(await notesOf(stream)).toStrictEqual([plain, {}]);
    for (const bent of [2 ** 53, 1n, NaN, Infinity, -0, [undefined], '\ud800', { $ref: 'x' }]) {
      await expect(appending(stream, bent)).rejects.toThrow(TypeError);
    }
    expect(await notesOf(stream)).toHaveLength(2);
  });

  test('8: Times keep their milliseconds; an instant is ISO text and comes back as it is; a Date is refused', async () => {
    const stream = tally();
    const instants = ['2026-11-20T09:00:00.001Z', '2026-11-20T10:00:00.001+01:00'];
    await appending(stream, ...instants);
    const { events } = await store.readWhole(stream);
    expect(events.map(({ data }) => data.note)).toEqual(instants);
    expect(events[0]?.metadata.recordedAt).toBe('2026-11-20T09:00:00.007Z');
    await expect(appending(stream, new Date(now))).rejects.toThrow(/instance of Date/);
  });

  test('9: Metadata a caller hands in is never stored', async () => {
    const stream = tally();
    const forged = {
      streamPosition: 99,
      streamName: 'x',
      messageId: 'x',
      recordedAt: 'x',
      more: 1,
    };
    const event = { ...counted(1), metadata: forged, kind: 'Forged', position: 7 } as never;
    await store.appendToStream(streamNameOf(stream), [event]);
    const decided = toy({
      reads: [stream],
      decide: ([s]) => accept({}, s ? [append(s, event)] : []),
    });
    await store.execute(decided, sent(), ana);
    const { events } = await store.readWhole(stream);
    expect(events.map(({ metadata }) => metadata.streamPosition)).toEqual([1, 2]);
    for (const { metadata, ...rest } of events) {
      expect(metadata).toMatchObject({ streamName: streamNameOf(stream) });
      expect(metadata).not.toHaveProperty('more');
      expect(isUuid(metadata.messageId)).toBe(true);
      expect(Object.keys(rest).sort()).toEqual(['data', 'type']);
    }
  });

  test('10: An id that would not be read back as written is refused', async () => {
    for (const id of ['', 'a:b', '$a', 'a$', 'a\n', '\ud800', 'x'.repeat(513)]) {
      await expect(appending(tally(id), 'a')).rejects.toThrow(TypeError);
    }
    for (const id of ['with.dot', 'with space', 'ünïcode', '0190_2026-11-20', 'x'.repeat(512)]) {
      await appending(tally(id), id);
      expect(await notesOf(tally(id))).toEqual([id]);
    }
  });
});
