import { beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ReservationId } from '@/domain/shared/ids';
import type { StreamRef } from '@/domain/shared/stream';
import { streamNameOf } from '../event-store/stream-document';
import { matching } from '../testing/matching';
import { foundWith } from '../testing/proof/found';
import { breaksIn } from '../testing/proof/proved';
import { at, documentOf, otherThan, pathsIn } from '../testing/proof/tampering';
import { logWritten, reword, writtenStore } from '../testing/proof/written-store';

let written: Awaited<ReturnType<typeof writtenStore>>;
beforeAll(async () => {
  written = await writtenStore();
});

const changed = (ref: StreamRef, update: object) => foundWith(written.store, ref, update);

const commandsOf = async (ref: StreamRef) =>
  (await documentOf(written.store, ref)).metadata.commands ?? [];

/** What no event tells: which kind of command it was, what exactly it asked, and what it was answered. */
const untold = /^(type|fingerprint|result\.answer\..*)$/;

test('What is remembered of a command is found to be changed wherever an event tells it', async () => {
  const { moved } = written;
  const [, remembered] = await commandsOf(moved);
  const paths = pathsIn(remembered).filter((path) => !untold.test(path));
  expect(paths.length).toBe(5);
  for (const path of paths) {
    const inPlace = `metadata.commands.1.${path}`;
    for (const change of [
      { $set: { [inPlace]: otherThan(at(remembered, path)) } },
      { $unset: { [inPlace]: '' } },
    ]) {
      const found = await changed(moved, change);
      expect([path, found]).toMatchObject([
        path,
        [{ kind: 'command', stream: streamNameOf(moved) }],
      ]);
    }
  }
});

test('What is missing of a remembered command, or stands beside it, is found', async () => {
  for (const change of [
    { $unset: { 'metadata.commands': '' } },
    { $unset: { 'metadata.commands.1.fingerprint': '' } },
    { $unset: { 'metadata.commands.1.result.answer': '' } },
    { $set: { 'metadata.commands.1.note': 'x' } },
  ]) {
    expect(await changed(written.moved, change)).toMatchObject([
      { kind: 'command', what: matching(/cannot be read/) },
    ]);
  }
});

test('A remembered refusal that is made an acceptance, or another refusal, is found', async () => {
  const { store } = written;
  const rejected = { 'projections.state.status': 'rejected' };
  const document = await store.collectionOf('reservation').findOne(rejected);
  const ref = { type: 'reservation', id: document?.metadata.streamId ?? '' };
  const result = 'metadata.commands.0.result';
  for (const another of [
    { status: 'accepted', answer: { reservationId: ref.id } },
    { status: 'refused', refusal: { code: 'ROOM_RETIRED' } },
  ]) {
    expect(await changed(ref, { $set: { [result]: another } })).toMatchObject([
      { kind: 'command', stream: streamNameOf(ref), what: matching(/another result/) },
    ]);
  }
});

test('A command that was never carried out and is remembered all the same is found', async () => {
  const { moved } = written;
  const [remembered] = await commandsOf(moved);
  const madeUp = { ...remembered, commandId: uuidv7() };
  const inFront = { $each: [madeUp], $position: 0 };
  const [before] = await changed(moved, { $push: { 'metadata.commands': inFront } });
  expect(before).toMatchObject({
    kind: 'command',
    what: matching(/another command caused/),
  });
  const [behind] = await changed(moved, { $push: { 'metadata.commands': madeUp } });
  expect(behind).toMatchObject({
    kind: 'command',
    what: matching(/not after the one before it/),
  });
});

test('A command that is remembered no more is found, whether it grew one stream or several', async () => {
  for (const [ref, i] of [
    [written.room, 0],
    [written.moved, 1],
    [written.moved, 3],
  ] as const) {
    const { commandId } = (await commandsOf(ref))[i] ?? {};
    const found = await changed(ref, { $pull: { 'metadata.commands': { commandId } } });
    expect(found).toMatchObject([{ kind: 'command', what: matching(/^no stream remembers/) }]);
    expect(found[0]?.what).toContain(commandId);
  }
});

test('What a document no longer remembers because others came after it is not missed', async () => {
  const { store, moved } = written;
  for (let i = 0; i < 22; i += 1) await reword(store, ReservationId.of(moved.id), `Title ${i}`);
  await logWritten(store);
  expect(await commandsOf(moved)).toHaveLength(20);
  expect(await breaksIn(store)).toEqual([]);
  const [first, second] = await commandsOf(moved);
  for (const { commandId } of [first, second].flatMap((known) => known ?? [])) {
    expect(await changed(moved, { $pull: { 'metadata.commands': { commandId } } })).toMatchObject([
      { kind: 'command', what: matching(/^no stream remembers/) },
    ]);
  }
});
