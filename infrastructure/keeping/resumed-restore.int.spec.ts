import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { logState } from '../event-log/open-log';
import { startChild } from '../testing/event-store/child';
import { startProxy } from '../testing/event-store/proxy';
import { ana } from '../testing/event-store/toy-commands';
import {
  bringBack,
  emptyFolder,
  keep,
  place,
  storeIn,
  storeOfMany,
  storeWithLog,
  type Place,
} from '../testing/keeping/backups';
import { documentsOf, wrongsOf } from '../testing/keeping/compare';
import { killedAt, passTime } from '../testing/keeping/killed';
import { testMongodbUri } from '../testing/test-mongodb';
import { fileNames } from './manifest';

let folder: string;
const expected = new Map<string, readonly string[]>();
beforeAll(async () => {
  const many = await storeOfMany(1100);
  const { store } = many;
  ({ folder } = many);
  await store.sealing.seal(ana.actor.id, 'Secret');
  await keep(store, folder);
  const source = store.client.db(store.databaseName);
  for (const name of ['emt:tally', 'event_log', 'person_keys']) {
    expected.set(name, await documentsOf(source, name));
  }
});

const expectRestored = async (target: Place) => {
  for (const [name, documents] of expected) {
    expect(await documentsOf(target.db, name)).toEqual(documents);
  }
  expect(await documentsOf(target.db, 'store_format')).toHaveLength(1);
  expect((await logState(target.log))?.position).toBe(1100);
};

const watched = () => {
  const begins = new Map<string, number>();
  const said: string[] = [];
  const progress = (step: string, done: number) => {
    if (!begins.has(step)) begins.set(step, done);
  };
  return { begins, said, options: { progress, say: (line: string) => void said.push(line) } };
};

test.each([
  ['streams', 1000],
  ['log', 1000],
  ['checkpoints', 0],
] as const)('A restore killed in the %s after %i goes on there', async (part, done) => {
  const target = await place();
  const { databaseName } = target;
  await killedAt({ does: 'restore', step: `Restoring ${part}`, done, databaseName, path: folder });
  await expect(storeIn(target)).rejects.toThrow(/npm run restore/);
  await passTime(target);
  const { begins, said, options } = watched();
  await bringBack(target, folder, options);
  expect(begins.get(`Restoring ${part}`)).toBe(done);
  expect(begins.get('Restoring streams')).toBe(part === 'streams' ? done : 1100);
  expect(said).toEqual([expect.stringMatching(/^Goes on/)]);
  await expectRestored(target);
  if (part === 'streams') expect(await wrongsOf(await storeIn(target))).toEqual([]);
});

test.each(['emt:tally', 'event_log'] as const)(
  'A restore killed when documents of %s were in and not noted yet has none of them twice',
  async (name) => {
    const target = await place();
    const proxy = await startProxy(testMongodbUri());
    const words = ['restore', 'none', '0', proxy.uri, target.databaseName, folder];
    const child = startChild('../keeping/child-keeper.ts', ...words);
    await new Promise<void>((reached) => {
      let inserts = 0;
      proxy.judge((command, collection) => {
        if (command !== 'insert' || collection !== name) return 'pass';
        if ((inserts += 1) < 2) return 'pass';
        reached();
        return 'swallow after';
      });
    });
    await expect.poll(() => target.db.collection(name).countDocuments()).toBe(1100);
    await child.kill();
    await passTime(target);
    await bringBack(target, folder);
    await expectRestored(target);
  },
);

test('A restore begins anew with another backup than the one that was broken off', async () => {
  const target = await place();
  const { databaseName } = target;
  await killedAt({
    does: 'restore',
    step: 'Restoring log',
    done: 1000,
    databaseName,
    path: folder,
  });
  await passTime(target);
  const other = await storeWithLog(2);
  await keep(other.store, other.folder);
  const { said, options } = watched();
  await bringBack(target, other.folder, options);
  expect(said).toEqual([expect.stringMatching(/anew.*another backup/)]);
  expect(await documentsOf(target.db, 'event_log')).toHaveLength(2);
  expect(await documentsOf(target.db, 'person_keys')).toEqual([]);
  expect(await wrongsOf(await storeIn(target))).toEqual([]);
});

test('76: A key that a restore had put back before it was killed goes when a newer list forgets its person', async () => {
  const { store: its, folder: older } = await storeWithLog(1);
  const sealed = await its.sealing.seal(ana.actor.id, 'Secret');
  await keep(its, older);
  const target = await place();
  const { databaseName } = target;
  await killedAt({ does: 'restore', step: 'Restoring log', done: 0, databaseName, path: older });
  expect(await documentsOf(target.db, 'person_keys')).toHaveLength(1);
  const session = its.client.startSession();
  await session.withTransaction(() => its.sealing.forget(ana.actor.id, session));
  await session.endSession();
  const newer = await emptyFolder();
  await keep(its, newer);
  await passTime(target);
  await bringBack(target, older, { tombstonesFile: join(newer, fileNames.tombstones) });
  expect((await (await storeIn(target)).sealing.open([sealed])).size).toBe(0);
  expect(await documentsOf(target.db, 'person_keys')).toEqual([
    expect.stringMatching(/forgottenAt/),
  ]);
});

test('A restore into whose database something else wrote does not come to its end, and then begins anew', async () => {
  const target = await place();
  const spoil = (step: string) => {
    if (step === 'Restoring checkpoints') spoilt ??= target.db.collection('emt:tally').deleteOne();
  };
  let spoilt: Promise<unknown> | undefined;
  await expect(bringBack(target, folder, { progress: spoil })).rejects.toThrow(/begins anew/);
  const { begins, options } = watched();
  await bringBack(target, folder, options);
  expect(begins.get('Restoring streams')).toBe(0);
  await expectRestored(target);
});
