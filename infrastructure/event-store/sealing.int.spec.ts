import { beforeAll, describe, expect, test } from 'vitest';
import { MemberId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { PersonForgotten } from './sealing';

let store: OpenStore;
beforeAll(async () => {
  store = await openStore();
});
const person = (name: string) => MemberId.of(`${name}.${String(Math.random()).slice(2)}`);
const keysOf = (s: OpenStore) =>
  s.client.db(s.databaseName).collection<{ _id: string }>('person_keys');

const forget = (memberId: MemberId) =>
  keysOf(store).replaceOne({ _id: memberId }, { forgottenAt: new Date() });

test('What was sealed for a person opens to the same text, by box, also in another process', async () => {
  const elsewhere = await openBeside(store);
  const [ana, ben] = [person('ana'), person('ben')];
  const texts = ['Interview', '', 'Zürich ☕ 会議室 👩‍🚀', 'x'.repeat(10_000)];
  const sealed = await Promise.all([
    ...texts.map((text) => store.sealing.seal(ana, text)),
    store.sealing.seal(ben, 'Interview'),
  ]);
  const opened = await elsewhere.sealing.open(sealed);
  expect(sealed.map(({ box }) => opened.get(box))).toEqual([...texts, 'Interview']);
  expect(sealed.map(({ key }) => key)).toEqual([...texts.map(() => ana), ben]);
});

test('Equal texts of one person are sealed alike, of two persons differently, and none shows the text', async () => {
  const [ana, ben] = [person('ana'), person('ben')];
  const one = await store.sealing.seal(ana, 'Interview');
  expect(await store.sealing.seal(ana, 'Interview')).toEqual(one);
  expect((await store.sealing.seal(ana, 'Interviews')).box.slice(0, 16)).not.toBe(
    one.box.slice(0, 16),
  );
  expect((await store.sealing.seal(ben, 'Interview')).box).not.toBe(one.box);
  expect(Buffer.from(one.box, 'base64url').toString('latin1')).not.toContain('Interview');
});

test('Processes that make the key of a person at the same time all use the one that was stored', async () => {
  const stores = await Promise.all(Array.from({ length: 4 }, () => openBeside(store)));
  for (let round = 0; round < 5; round += 1) {
    const ana = person('ana');
    const sealed = await Promise.all(
      [...stores, ...stores].map((s, i) => s.sealing.seal(ana, `Text ${i}`)),
    );
    const opened = await store.sealing.open(sealed);
    expect(sealed.map(({ box }) => opened.get(box))).toEqual(sealed.map((_, i) => `Text ${i}`));
    expect(await keysOf(store).countDocuments({ _id: ana })).toBe(1);
  }
});

describe('What cannot be opened is missing, and the rest still opens:', () => {
  const openWith = async (spoil: (sealed: Sealed, other: MemberId) => Sealed) => {
    const [ana, ben] = [person('ana'), person('ben')];
    const good = await store.sealing.seal(ben, 'Good');
    const bad = spoil(await store.sealing.seal(ana, 'Bad'), ben);
    const opened = await store.sealing.open([bad, good]);
    expect(opened.get(good.box)).toBe('Good');
    return opened.get(bad.box);
  };
  const withBytes = ({ key, box }: Sealed, change: (bytes: Buffer) => Buffer): Sealed => ({
    key,
    box: change(Buffer.from(box, 'base64url')).toString('base64url'),
  });
  const flipped = (at: number) => (sealed: Sealed) =>
    withBytes(sealed, (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      return bytes;
    });

  test.each([
    ['a damaged nonce', flipped(0)],
    ['a damaged text', flipped(12)],
    ['a damaged tag', flipped(15)],
    ['a box cut short', (s: Sealed) => withBytes(s, (bytes) => bytes.subarray(0, -1))],
    ['a box of a few bytes', (s: Sealed) => withBytes(s, (bytes) => bytes.subarray(0, 4))],
    ['an empty box', (s: Sealed) => ({ ...s, box: '' })],
    ["another person's name on it", (s: Sealed, other: MemberId) => ({ ...s, key: other })],
    ['a person without a key', (s: Sealed) => ({ ...s, key: 'nobody' })],
  ])('%s', async (_, spoil) => {
    expect(await openWith(spoil)).toBeUndefined();
  });
});

test('Of a person who was forgotten nothing opens any more, and nothing can be sealed again', async () => {
  const [ana, ben] = [person('ana'), person('ben')];
  const sealed = [await store.sealing.seal(ana, 'Gone'), await store.sealing.seal(ben, 'Stays')];
  await forget(ana);
  expect([...(await store.sealing.open(sealed)).values()]).toEqual(['Stays']);
  await expect(store.sealing.seal(ana, 'Again')).rejects.toThrow(PersonForgotten);
  const elsewhere = await openBeside(store);
  await expect(elsewhere.sealing.seal(ana, 'Again')).rejects.toThrow(PersonForgotten);
  expect(await keysOf(store).findOne({ _id: ana })).not.toHaveProperty('key');
});

test('A key is 32 random bytes of its own for each person', async () => {
  const people = [person('ana'), person('ben')];
  for (const memberId of people) await store.sealing.seal(memberId, 'x');
  const found = await keysOf(store)
    .find({ _id: { $in: people } })
    .toArray();
  const keys = found.map((document) => ('key' in document ? String(document.key) : ''));
  expect(new Set(keys).size).toBe(2);
  for (const document of found) expect(document).toHaveProperty('key.position', 32);
});
