import { beforeAll, expect, test } from 'vitest';
import { streamNameOf } from '../event-store/stream-document';
import { matching } from '../testing/matching';
import { foundWith } from '../testing/proof/found';
import { breaksIn } from '../testing/proof/proved';
import { documentOf } from '../testing/proof/tampering';
import { writtenStore } from '../testing/proof/written-store';

let written: Awaited<ReturnType<typeof writtenStore>>;
beforeAll(async () => {
  written = await writtenStore();
});

test('What a document says of itself and is not so is found', async () => {
  for (const [path, value] of [
    ['streamPosition', 99],
    ['lastHash', 'x'],
    ['lastCommit', 1],
    ['streamId', 'x'],
    ['streamType', 'room'],
    ['createdAt', new Date(0)],
    ['updatedAt', new Date(0)],
    ['updatedAt', '2026-11-20T08:00:00.000Z'],
    ['guards', 'many'],
    ['guards', -1],
    ['imported', 'x'],
    ['lastWrite.streams', 0],
  ]) {
    const found = await foundWith(written.store, written.moved, {
      $set: { [`metadata.${String(path)}`]: value },
    });
    const [stream] = found.filter(({ kind }) => kind === 'stream');
    expect([path, stream]).toMatchObject([path, { stream: streamNameOf(written.moved) }]);
  }
});

test('A write that the streams it grew do not agree on is found', async () => {
  for (const change of [
    { $set: { 'metadata.lastWrite.id': 'x' } },
    { $set: { 'metadata.lastWrite.streams': 5 } },
    { $unset: { 'metadata.lastWrite': '' } },
  ]) {
    expect(await foundWith(written.store, written.night, change)).toMatchObject([
      { kind: 'stream', what: matching(/names another last write/) },
    ]);
  }
});

test('What lies among the streams and is none is found', async () => {
  const { store, room } = written;
  const streams = store.collectionOf(room.type);
  const { messages, metadata } = await documentOf(store, room);
  const strangers = [
    { streamName: 'member:ana', messages, metadata },
    { streamName: 'room:nothing' },
    { messages: [] },
  ];
  for (const stranger of strangers) {
    const { insertedId } = await streams.insertOne(stranger as never);
    const [found] = await breaksIn(store);
    await streams.deleteOne({ _id: insertedId });
    expect(found).toMatchObject({
      kind: 'stream',
      what: matching(/it (lies|is no stream)/),
    });
  }
});
