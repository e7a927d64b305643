import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ana } from '../testing/event-store/toy-commands';
import { openStore } from '../testing/event-store/toy-store';
import {
  bringBack,
  emptyFolder,
  keep,
  place,
  storeIn,
  storeWithLog,
} from '../testing/keeping/backups';
import { documentsOf } from '../testing/keeping/compare';
import { fileNames } from './manifest';

const forgottenSince = async () => {
  const { store, folder } = await storeWithLog(1);
  const sealed = await store.sealing.seal(ana.actor.id, 'Secret');
  await keep(store, folder);
  const session = store.client.startSession();
  await session.withTransaction(() => store.sealing.forget(ana.actor.id, session));
  await session.endSession();
  return { store, folder, sealed };
};

test('Keys of persons that are kept elsewhere are asked for, and taken from there', async () => {
  const { store, folder } = await storeWithLog(1);
  const sealed = await store.sealing.seal(ana.actor.id, 'Secret');
  await keep(store, folder);
  const safe = join(await emptyFolder(), 'keys');
  await copyFile(join(folder, fileNames.keys), safe);
  const target = await place();
  const missing = join(folder, 'gone');
  await expect(bringBack(target, folder, { keysFile: missing })).rejects.toThrow(/--keys/);
  await bringBack(target, folder, { keysFile: safe });
  const restored = await storeIn(target);
  expect([...(await restored.sealing.open([sealed])).values()]).toEqual(['Secret']);
});

test('76: The key of who was forgotten since does not come back, when a newer backup tells of it', async () => {
  const { store, folder, sealed } = await forgottenSince();
  const newer = await emptyFolder();
  await keep(store, newer);
  const target = await place();
  await bringBack(target, folder, { tombstonesFile: join(newer, fileNames.tombstones) });
  const restored = await storeIn(target);
  expect((await restored.sealing.open([sealed])).size).toBe(0);
  await expect(restored.sealing.seal(ana.actor.id, 'Again')).rejects.toThrow(/forgotten/);
});

test('76: The key of who was forgotten does not come back where the database itself tells of it', async () => {
  const { folder, sealed } = await forgottenSince();
  const emptied = await openStore();
  const session = emptied.client.startSession();
  await session.withTransaction(() => emptied.sealing.forget(ana.actor.id, session));
  await session.endSession();
  const target = await place(emptied.databaseName);
  await bringBack(target, folder);
  expect((await (await storeIn(target)).sealing.open([sealed])).size).toBe(0);
  const [document] = await documentsOf(target.db, 'person_keys');
  expect(document).toMatch(/forgottenAt/);
});
