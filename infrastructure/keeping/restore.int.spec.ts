import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logState } from '../event-log/open-log';
import { openSubscriptions } from '../event-log/subscription';
import { logOf, startSequencer } from '../testing/event-log/logs';
import { grow, listener, start, until } from '../testing/event-log/subscriptions';
import { ana } from '../testing/event-store/toy-commands';
import { openStore } from '../testing/event-store/toy-store';
import { bringBack, keep, place, storeIn, storeWithLog } from '../testing/keeping/backups';
import { documentsOf, wrongsOf } from '../testing/keeping/compare';
import { killedAt, passTime } from '../testing/keeping/killed';
import { fileNames } from './manifest';

test('81: A restore killed in the middle leaves a database nobody uses, and the same command goes on', async () => {
  const { store, folder } = await storeWithLog(4);
  await store.sealing.seal(ana.actor.id, 'Secret');
  await keep(store, folder);
  const target = await place();
  const { databaseName } = target;
  await killedAt({
    does: 'restore',
    step: 'Restoring streams',
    done: 4,
    databaseName,
    path: folder,
  });
  expect(await target.db.collection('event_log').countDocuments()).toBe(0);
  await expect(storeIn(target)).rejects.toThrow(/npm run restore/);
  await expect(bringBack(target, folder)).rejects.toThrow(/begin again in 10 seconds/);
  await passTime(target);
  await bringBack(target, folder);
  const source = store.client.db(store.databaseName);
  for (const name of ['emt:tally', 'event_log', 'person_keys']) {
    expect(await documentsOf(target.db, name)).toEqual(await documentsOf(source, name));
  }
  expect(await wrongsOf(await storeIn(target))).toEqual([]);
});

test('A restore that was broken off by an error can be begun again at once', async () => {
  const { store, folder } = await storeWithLog(3);
  await keep(store, folder);
  const target = await place();
  const breaking = bringBack(target, folder, {
    progress: (step) => {
      if (step === 'Restoring log') throw new Error('Broken off');
    },
  });
  await expect(breaking).rejects.toThrow('Broken off');
  await expect(storeIn(target)).rejects.toThrow(/restored/);
  await bringBack(target, folder);
  expect(await wrongsOf(await storeIn(target))).toEqual([]);
});

test('A restore goes into an empty database only, and not under the feet of an app', async () => {
  const { store, log, folder } = await storeWithLog(2);
  await keep(store, folder);
  const itself = await place(store.databaseName);
  const before = await documentsOf(log.db, 'emt:tally');
  await expect(bringBack(itself, folder)).rejects.toThrow(/An app is at work/);
  const full = await openStore();
  await grow(full, 1);
  const target = await place(full.databaseName);
  await expect(bringBack(target, folder)).rejects.toThrow(/holds streams.*ROOMLOG_DB/s);
  expect(await documentsOf(log.db, 'emt:tally')).toEqual(before);
  const keyed = await openStore();
  await keyed.sealing.seal(ana.actor.id, 'Secret');
  await expect(bringBack(await place(keyed.databaseName), folder)).rejects.toThrow(/keys of/);
});

test('A backup that a newer version made is refused, and nothing is begun', async () => {
  const { store, folder } = await storeWithLog(2);
  await keep(store, folder);
  const target = await place(undefined, ['tally']);
  await expect(bringBack(target, folder)).rejects.toThrow(/newer version/);
  expect(await target.db.listCollections().toArray()).toEqual([]);
  const manifest = join(folder, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, text.replace('"storeFormat": 2', '"storeFormat": 3'));
  await expect(bringBack(await place(), folder)).rejects.toThrow(/newer version/);
});

test('A restore goes into a database on which an app was only started', async () => {
  const { store, folder } = await storeWithLog(2);
  await keep(store, folder);
  const started = await openStore();
  const log = await logOf(started);
  const { stop } = await startSequencer(log);
  await until(async () => (await logState(log)) !== undefined);
  const { subscription } = listener();
  const worker = await start(await openSubscriptions(log), subscription);
  await until(async () => (await log.db.collection('subscriptions').countDocuments()) === 1);
  await worker.end();
  await stop();
  const target = await place(started.databaseName);
  await bringBack(target, folder);
  expect(await documentsOf(target.db, 'subscriptions')).toEqual([]);
  expect(await documentsOf(target.db, 'event_log')).toHaveLength(2);
});

test.each(['log', 'keys', 'streams'] as const)(
  'A restore begins nothing when the file of the %s is not the one that was kept',
  async (part) => {
    const { store, folder } = await storeWithLog(2);
    await keep(store, folder);
    const path = join(folder, fileNames[part]);
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    await writeFile(path, bytes);
    const target = await place();
    await expect(bringBack(target, folder)).rejects.toThrow(/not the file that was kept/);
    expect(await documentsOf(target.db, 'store_format')).toEqual([]);
    expect(await documentsOf(target.db, 'emt:tally')).toEqual([]);
  },
);
