import { randomBytes } from 'node:crypto';
import { Binary } from 'mongodb';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { ana, ben } from '@/domain/testing/people';
import { personKeys, type KeyDocument } from '../event-store/sealing';
import { forgetPerson } from '../forget-person';
import { matching } from '../testing/matching';
import { proved } from '../testing/proof/proved';
import { writtenStore } from '../testing/proof/written-store';

let written: Awaited<ReturnType<typeof writtenStore>>;
let key: KeyDocument | null;
beforeAll(async () => {
  written = await writtenStore();
  key = await keys().findOne({ _id: ana.id });
});
afterEach(async () => {
  await keys().deleteMany({});
  if (key) await keys().insertOne(key);
});

const keys = () => personKeys(written.log.db);

/** Puts something else in the place of Ana's key; gives what is found then. */
const foundWith = async (stored: object | undefined) => {
  await keys().deleteOne({ _id: ana.id });
  if (stored) await keys().insertOne({ _id: ana.id, ...stored } as unknown as KeyDocument);
  return (await proved(written.store)).breaks;
};

test('A key that is gone without a tombstone is found by the texts that nobody can read', async () => {
  const { texts } = await proved(written.store);
  expect(await foundWith(undefined)).toMatchObject([
    {
      count: texts,
      first: {
        kind: 'key',
        position: 1,
        what: matching(/has no key and was not forgotten/),
      },
    },
  ]);
});

test('Another key in the place of the one that sealed is found', async () => {
  const another = { key: new Binary(randomBytes(32)), createdAt: new Date() };
  expect(await foundWith(another)).toMatchObject([
    {
      first: {
        kind: 'key',
        position: 1,
        what: matching(/does not open with the key of ana.ruiz/),
      },
    },
  ]);
});

test('A tombstone beside a key is found', async () => {
  expect(await foundWith({ ...key, forgottenAt: new Date() })).toMatchObject([
    { count: 1, first: { what: 'ana.ruiz was forgotten, and has a key all the same' } },
  ]);
});

test('What is neither a key nor a tombstone is found', async () => {
  for (const what of [{ forgottenAt: 'yesterday' }, { key: 'x' }, {}]) {
    await keys().insertOne({ _id: ben.id, ...what } as unknown as KeyDocument);
    const { breaks } = await proved(written.store);
    await keys().deleteOne({ _id: ben.id });
    expect(breaks).toMatchObject([
      { count: 1, first: { kind: 'key', what: matching(/ben.okafor/) } },
    ]);
  }
});

test('Texts of a person who was forgotten are counted as erased, and all holds', async () => {
  const { store, log } = written;
  const places = { client: store.client, db: log.db, sealing: store.sealing, inPlain: [] };
  await forgetPerson(places, ana.id);
  const { texts, erased, breaks } = await proved(store);
  expect(breaks).toEqual([]);
  expect(erased).toBe(texts);
});

test('In a copy without keys the texts that nobody can read are counted, and are no break', async () => {
  await keys().deleteMany({});
  const { texts, unreadable, breaks } = await proved(written.store, undefined, true);
  expect(breaks).toEqual([]);
  expect(unreadable).toBe(texts);
});
