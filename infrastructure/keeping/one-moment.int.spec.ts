import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readAt } from '../mongodb/read-at';
import { logOf } from '../testing/event-log/logs';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';
import { emptyFolder } from '../testing/keeping/backups';
import { keepPast, pastOf, writeForAWhile } from '../testing/keeping/past';
import { atOneMoment, type Moment, type Reading } from './one-moment';
import { noteAt } from './unfinished';

let store: OpenStore | undefined;
afterEach(async () => {
  if (store) await keepPast(store, 300);
});

/** A store of one stream, and how to read something there that is broken off. */
const toRead = async () => {
  store = await openStore();
  const log = await logOf(store);
  await store.execute(counting(tally()), sent(), ana);
  const note = noteAt(join(await emptyFolder(), 'note.json'), z.string());
  const said: string[] = [];
  const reading: Reading<string> = {
    note,
    nothingDone: 'nothing',
    isThere: () => Promise.resolve(true),
    historySeconds: undefined,
    say: (sentence) => void said.push(sentence),
  };
  const streamsAt = async ({ at }: Moment<string>) => {
    const streams: unknown[] = [];
    const place = log.streams.collectionOf('tally');
    for await (const stream of readAt(log.client, place, at, {})) streams.push(stream);
    return streams.length;
  };
  const read = (options: Partial<Reading<string>>, work = streamsAt) =>
    atOneMoment(log, { ...reading, ...options }, work);
  return { store, note, said, read, streamsAt };
};

const brokenOff = async ({ noted }: Moment<string>): Promise<never> => {
  await noted('half of it');
  throw new Error('Broken off');
};

test('What takes longer than MongoDB keeps its past says so, and how to keep more', async () => {
  const { store, note, read, streamsAt } = await toRead();
  await keepPast(store, 0);
  const slowly = async (moment: Moment<string>) => {
    await writeForAWhile(store);
    return streamsAt(moment);
  };
  await expect(read({}, slowly)).rejects.toThrow(/--history 3600/);
  expect(await note.read()).toBeUndefined();
  const before = await store.collectionOf('tally').countDocuments();
  expect(await read({ historySeconds: 60 }, slowly)).toBe(before);
  expect(await pastOf(store)).toBe(0);
});

test('What was broken off goes on at the same moment, with what was done', async () => {
  const { store, said, read, streamsAt } = await toRead();
  await expect(read({}, brokenOff)).rejects.toThrow('Broken off');
  await store.execute(counting(tally()), sent(), ana);
  const goingOn = read({}, async (moment) => {
    expect(moment.done).toBe('half of it');
    return streamsAt(moment);
  });
  expect(await goingOn).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^Goes on .* as of /)]);
});

test('How much past is kept is set back by who goes on, not by who was broken off', async () => {
  const { store, said, read } = await toRead();
  await expect(read({ historySeconds: 900 }, brokenOff)).rejects.toThrow('Broken off');
  expect(await pastOf(store)).toBe(900);
  expect(said).toEqual([expect.stringContaining('minSnapshotHistoryWindowInSeconds: 300')]);
  await expect(read({ historySeconds: 900 }, brokenOff)).rejects.toThrow('Broken off');
  await read({});
  expect(await pastOf(store)).toBe(300);
});

test('What was broken off begins anew, and says so, when MongoDB keeps its moment no longer', async () => {
  const { store, said, read, streamsAt } = await toRead();
  await keepPast(store, 0);
  await expect(read({}, brokenOff)).rejects.toThrow('Broken off');
  await writeForAWhile(store);
  const anew = read({}, async (moment) => {
    expect(moment.done).toBe('nothing');
    return streamsAt(moment);
  });
  expect(await anew).toBe(await store.collectionOf('tally').countDocuments());
  expect(said).toEqual([expect.stringMatching(/anew.*no longer/)]);
});

test('What was broken off begins anew when what was done is not there any more', async () => {
  const { said, read } = await toRead();
  await expect(read({}, brokenOff)).rejects.toThrow('Broken off');
  await read({ isThere: () => Promise.resolve(false) }, ({ done }) => {
    expect(done).toBe('nothing');
    return Promise.resolve(0);
  });
  expect(said).toEqual([expect.stringMatching(/anew.*not there as it was left/)]);
});

test('What was broken off of one store is not gone on with in another of the same name', async () => {
  const { store, said, read } = await toRead();
  await expect(read({}, brokenOff)).rejects.toThrow('Broken off');
  const tallies = store.client.db(store.databaseName).collection('emt:tally');
  await tallies.rename('emt:before');
  await tallies.createIndex({ streamName: 1 }, { unique: true });
  await read({}, ({ done }) => {
    expect(done).toBe('nothing');
    return Promise.resolve(0);
  });
  expect(said).toEqual([expect.stringMatching(/another store/)]);
});
