import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logOf, logOnce, startSequencer } from '../testing/event-log/logs';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openStore } from '../testing/event-store/toy-store';
import { tally, type TallyRef } from '../testing/event-store/toy-streams';
import { bringBack, emptyFolder, keep, place, storeIn } from '../testing/keeping/backups';
import { wrongsOf } from '../testing/keeping/compare';
import { killedAt } from '../testing/keeping/killed';
import { backup } from './backup';
import { fileNames } from './manifest';

/** Writers that always grow a stream of each type together, until they are ended. */
const writeOnAndOn = async () => {
  const store = await openStore();
  const pairs = Array.from({ length: 8 }, () => [tally(), tally(undefined, 'shelf')] as const);
  let over = false;
  const writer = async (pair: readonly [TallyRef, TallyRef]) => {
    while (!over) await store.execute(counting(...pair), sent(), ana);
  };
  const writing = pairs.map(writer);
  const end = async () => {
    over = true;
    await Promise.all(writing);
  };
  return { store, pairs, end };
};

test('80: A backup taken while others write holds everything as it was at one moment', async () => {
  const { store, pairs, end } = await writeOnAndOn();
  const log = await logOf(store);
  await startSequencer(log);
  await logOnce(log, 200);
  const folder = await emptyFolder();
  const manifest = await keep(store, folder);
  await end();

  const target = await place();
  await bringBack(target, folder);
  const restored = await storeIn(target);
  expect(manifest.events).toBeGreaterThan(200);
  expect(await wrongsOf(restored)).toEqual([]);
  for (const [one, other] of pairs) {
    const kept = await restored.readWhole(one);
    const live = await store.readWhole(one);
    expect(kept.events).toEqual(live.events.slice(0, kept.position));
    expect(kept.position).toBeLessThan(live.position);
    expect((await restored.readWhole(other)).position).toBe(kept.position);
  }
});

test('A backup killed in the middle is none', async () => {
  const store = await openStore();
  for (let i = 0; i < 3; i += 1) await store.execute(counting(tally()), sent(), ana);
  const folder = await emptyFolder();
  const { databaseName } = store;
  await killedAt({ does: 'backup', step: 'Keeping log', done: 0, databaseName, path: folder });
  const left = [fileNames.log, fileNames.streams, 'unfinished.json'];
  expect((await readdir(folder)).sort()).toEqual(left);
  await expect(bringBack(await place(), folder)).rejects.toThrow(/holds no finished backup/);
  await keep(store, folder);
  await expect(keep(store, folder)).rejects.toThrow(/holds a finished backup/);
  expect(await readdir(folder)).not.toContain('unfinished.json');
});

test('A backup goes into no folder that holds something else', async () => {
  const store = await openStore();
  await expect(keep(store, process.cwd())).rejects.toThrow(/holds other files/);
});

test('A backup of a database without streams is refused: another one was meant', async () => {
  const { log } = await place();
  const silent = { progress: () => undefined, say: () => undefined };
  const keeping = backup({
    log,
    folder: await emptyFolder(),
    historySeconds: undefined,
    ...silent,
  });
  await expect(keeping).rejects.toThrow(/holds no streams.*ROOMLOG_DB/);
  expect(await log.db.listCollections().toArray()).toEqual([]);
});

test('A backup of streams that a newer version wrote is refused: it would not be whole', async () => {
  const store = await openStore();
  const folder = await emptyFolder();
  await store.client.db(store.databaseName).collection('emt:parcel').insertOne({});
  await expect(keep(store, folder)).rejects.toThrow(/newer version.*emt:parcel/);
  expect(await readdir(folder)).toEqual([]);
});

test('A backup can be read by its owner only, and holds the keys of persons apart', async () => {
  const store = await openStore();
  const { box } = await store.sealing.seal(ana.actor.id, 'Secret');
  const key = await store.client
    .db(store.databaseName)
    .collection<{ _id: string; key: { toString: (encoding: string) => string } }>('person_keys')
    .findOne({ _id: ana.actor.id });
  const folder = await emptyFolder();
  await keep(store, folder);
  expect(box).not.toBe('');
  for (const name of await readdir(folder)) {
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  }
  const target = await place();
  await bringBack(target, folder);
  const keys = target.db.collection('person_keys');
  expect(await keys.findOne({ _id: ana.actor.id })).toEqual(key);
  const without = await place();
  await bringBack(without, folder, { keysFile: undefined });
  expect(await without.db.collection('person_keys').find().toArray()).toEqual([]);
});
