import { appendFileSync } from 'node:fs';
import { appendFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { MemberId } from '@/domain/shared/ids';
import { grow } from '../testing/event-log/subscriptions';
import { ana } from '../testing/event-store/toy-commands';
import { bringBack, emptyFolder, keep, place, storeOfMany } from '../testing/keeping/backups';
import { killedAt } from '../testing/keeping/killed';
import { fileNames, type Manifest } from './manifest';

let store: Awaited<ReturnType<typeof storeOfMany>>['store'];
beforeAll(async () => {
  ({ store } = await storeOfMany(1100));
  await store.sealing.seal(ana.actor.id, 'Secret');
  const session = store.client.startSession();
  const gone = MemberId.of('gone');
  await session.withTransaction(() => store.sealing.forget(gone, session));
  await session.endSession();
});

/** A backup that was killed, and one of the same moment that was not. */
const killedBackup = async (step: string, done: number) => {
  const unbroken = await keep(store, await emptyFolder());
  const path = await emptyFolder();
  const { databaseName } = store;
  await killedAt({ does: 'backup', step, done, databaseName, path });
  return { unbroken, folder: path };
};

/** Where each step began, in the order of the steps. */
const watched = () => {
  const begins = new Map<string, number>();
  const progress = (step: string, done: number) => {
    if (!begins.has(step)) begins.set(step, done);
  };
  return { begins, progress };
};

const contents = ({ takenAt: _, ...others }: Manifest) => others;

test.each([
  ['streams', 1000],
  ['log', 1000],
  ['keys', 0],
] as const)(
  'A backup killed in the %s after %i goes on there, and comes out to the byte as one that was not killed',
  async (part, done) => {
    const { unbroken, folder } = await killedBackup(`Keeping ${part}`, done);
    await appendFile(join(folder, fileNames[part]), 'not noted '.repeat(100_000));
    await grow(store, 5);
    const { begins, progress } = watched();
    const said: string[] = [];
    const manifest = await keep(store, folder, { progress, say: (line) => void said.push(line) });
    expect(contents(manifest)).toEqual(contents(unbroken));
    expect(begins.get(`Keeping ${part}`)).toBe(done);
    expect(said).toEqual([expect.stringMatching(/^Goes on/)]);
    if (part === 'streams') return;
    expect(begins.get('Keeping streams')).toBe(unbroken.streams);
  },
);

test('A backup begins anew when a file that was kept is not as it was', async () => {
  const { unbroken, folder } = await killedBackup('Keeping log', 1000);
  await truncate(join(folder, fileNames.streams), 10);
  const { begins, progress } = watched();
  expect(contents(await keep(store, folder, { progress }))).toEqual(contents(unbroken));
  expect(begins.get('Keeping log')).toBe(0);
});

test('A backup of whose files one was changed meanwhile is not finished', async () => {
  const folder = await emptyFolder();
  const path = join(folder, fileNames.log);
  const changing = keep(store, folder, {
    progress: (step) => {
      if (step === 'Keeping keys') appendFileSync(path, 'from another backup');
    },
  });
  await expect(changing).rejects.toThrow(/log.ndjson.gz is not the file/);
  await expect(bringBack(await place(), folder)).rejects.toThrow(/holds no finished backup/);
});
