import { beforeAll, describe, expect, test } from 'vitest';
import type { Recorded, StreamRef } from '@/domain/shared/stream';
import { streamNameOf } from '../event-store/stream-document';
import { matching } from '../testing/matching';
import { foundWhile, foundWith } from '../testing/proof/found';
import { breaksIn, proved } from '../testing/proof/proved';
import {
  at,
  documentOf,
  madeRight,
  otherThan,
  pathsIn,
  replaced,
} from '../testing/proof/tampering';
import { named, writtenStore } from '../testing/proof/written-store';

let written: Awaited<ReturnType<typeof writtenStore>>;
beforeAll(async () => {
  written = await writtenStore();
});

const updated = (ref: StreamRef, update: object) => foundWith(written.store, ref, update);

/** A Date has the same hash as its text. */
const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-.*Z$/.test(value);

describe('Every path of an event that somebody changes, removes or makes another kind of value is found:', () => {
  test.each([
    ['a booking', 'moved', 1],
    ['a move', 'moved', 2],
    ['a slot that opens a day', 'day', 1],
  ] as const)('%s', async (_, stream, position) => {
    const ref = written[stream];
    const event = (await documentOf(written.store, ref)).messages[position - 1];
    const paths = pathsIn(event);
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const inPlace = `messages.${position - 1}.${path}`;
      const value = at(event, path);
      const changes = [
        { $set: { [inPlace]: otherThan(value) } },
        { $unset: { [inPlace]: '' } },
        { $set: { [inPlace]: isTime(value) ? new Date(value) : [value] } },
      ];
      for (const change of changes) {
        const found = await updated(ref, change);
        const [chain] = found.filter(({ kind }) => kind === 'chain');
        expect([path, chain]).toMatchObject([path, { stream: streamNameOf(ref), position }]);
      }
    }
    expect(await breaksIn(written.store)).toEqual([]);
  });
});

test('What is added to an event beside what is hashed is found', async () => {
  const found = await updated(written.moved, { $set: { 'messages.0.note': 'x' } });
  expect(found).toMatchObject([{ kind: 'chain', position: 1, what: matching(/“note”/) }]);
});

test('Events that changed places are found', async () => {
  const { messages } = await documentOf(written.store, written.day);
  const [one, two] = messages;
  const found = await updated(written.day, { $set: { 'messages.0': two, 'messages.1': one } });
  expect(found[0]).toMatchObject({
    kind: 'chain',
    position: 1,
    what: matching(/it is event 2/),
  });
});

test('Events of two streams that changed places are found in both', async () => {
  const { store, moved, restored } = written;
  const before = await Promise.all([moved, restored].map((ref) => documentOf(store, ref)));
  const [one, two] = before;
  const put = (ref: StreamRef, messages?: readonly Recorded[]) =>
    store.collectionOf(ref.type).updateOne(named(ref), { $set: { messages } });
  await put(moved, two?.messages);
  await put(restored, one?.messages);
  const { breaks } = await proved(store);
  await put(moved, one?.messages);
  await put(restored, two?.messages);
  expect(breaks).toMatchObject([
    { first: { kind: 'stream' } },
    {
      count: 7,
      first: {
        kind: 'chain',
        position: 1,
        what: matching(/it says it is event 1 of/),
      },
    },
    { first: { kind: 'state' } },
    { first: { kind: 'log' } },
    { first: { kind: 'command' } },
    { first: { kind: 'hold' } },
  ]);
});

test('An event that was changed with all hashes after it made right differs from the log', async () => {
  const { messages, ...document } = await documentOf(written.store, written.moved);
  const changed = messages.map((event, i) =>
    i === 0 ? { ...event, data: { ...event.data, memberId: 'ben.okafor' } } : event,
  );
  const right = await madeRight({ messages, ...document }, changed);
  const found = await foundWhile(written.store, written.moved, () =>
    replaced(written.store, written.moved, right),
  );
  const [first] = found;
  expect(first).toMatchObject({
    kind: 'log',
    stream: streamNameOf(written.moved),
    position: 1,
    what: 'the log has another event than the stream',
  });
});

test('A tail that was cut off a stream, head and state made right, is found by the log', async () => {
  const document = await documentOf(written.store, written.restored);
  const right = await madeRight(document, document.messages.slice(0, -1));
  const found = await foundWhile(written.store, written.restored, () =>
    replaced(written.store, written.restored, right),
  );
  expect(found[0]).toMatchObject({
    kind: 'log',
    stream: streamNameOf(written.restored),
    position: 3,
    what: 'the log has this event, but the stream ends at 2',
  });
});

test('A tail that was cut off a stream and nothing made right is found in its document', async () => {
  const [found] = await updated(written.restored, { $pop: { messages: 1 } });
  const stream = streamNameOf(written.restored);
  expect(found).toMatchObject({
    kind: 'stream',
    stream,
    what: matching(/stands at 3, but it has 2 events/),
  });
});

test('A stream that was removed is found by the log, and by what it leaves held', async () => {
  const { store, night } = written;
  const document = await documentOf(store, night);
  await store.collectionOf(night.type).deleteOne(named(night));
  const found = await breaksIn(store);
  await store.collectionOf(night.type).insertOne(document);
  expect(found).toMatchObject([
    {
      kind: 'log',
      stream: streamNameOf(night),
      position: 1,
      what: matching(/the stream is not there/),
    },
    { kind: 'hold', what: matching(/it is not reserved/) },
  ]);
});

test('Every path of a stored state that somebody changes or removes is found', async () => {
  const ref = written.day;
  const state = (await documentOf(written.store, ref)).projections?.state;
  // Of `_metadata`, Emmett's own, only what says which state it is matters.
  const paths = pathsIn(state).filter((path) => !['_metadata.name'].includes(path));
  for (const path of paths) {
    const inPlace = `projections.state.${path}`;
    for (const change of [
      { $set: { [inPlace]: otherThan(at(state, path)) } },
      { $unset: { [inPlace]: '' } },
    ]) {
      const found = await updated(ref, change);
      expect([path, found]).toMatchObject([path, [{ kind: 'state', stream: streamNameOf(ref) }]]);
    }
  }
  expect((await updated(ref, { $unset: { 'projections.state': '' } }))[0]).toMatchObject({
    kind: 'stream',
    what: matching(/projections.state/),
  });
});

test('A commit that is stamped before the one before it in the stream is found, all hashes right', async () => {
  const document = await documentOf(written.store, written.moved);
  const early = document.messages.map((event, i) => {
    const { metadata } = event;
    return i === 1
      ? { ...event, metadata: { ...metadata, commit: { ...metadata.commit, at: 1 } } }
      : event;
  });
  const right = await madeRight(document, early);
  const found = await foundWhile(written.store, written.moved, () =>
    replaced(written.store, written.moved, right),
  );
  expect(found[0]).toMatchObject({
    kind: 'chain',
    position: 2,
    what: matching(/stamped no later/),
  });
});
