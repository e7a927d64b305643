import { beforeEach, expect, test, vi } from 'vitest';
import { CommandId, MemberId } from '@/domain/shared/ids';
import { retireRoom } from '@/domain/commands/retire-room';
import { streamDefinitions } from '@/domain/stream-definitions';
import { retiring } from '@/domain/testing/commands';
import { clara } from '@/domain/testing/people';
import { personKeys } from '@/infrastructure/event-store/sealing';
import { seedMarks } from '@/infrastructure/keeping/seed-mark';
import { logOf, logOnce, startSequencer } from '@/infrastructure/testing/event-log/logs';
import { newRoom, ofRooms } from '@/infrastructure/testing/event-store/rooms';
import { openStore } from '@/infrastructure/testing/event-store/toy-store';
import { emptyFolder, keep } from '@/infrastructure/testing/keeping/backups';
import { exported } from '@/infrastructure/testing/keeping/exports';
import { freshDatabaseName, testMongodbUri } from '@/infrastructure/testing/test-mongodb';
import { v7 as uuidv7 } from 'uuid';
import { main as importMain } from '../import';
import { main as restoreMain } from '../restore';
import { seedWhenEmpty } from './seed-when-empty';

let databaseName = '';
beforeEach(() => {
  databaseName = freshDatabaseName();
  vi.stubEnv('ROOMLOG_DB', databaseName);
  vi.spyOn(console, 'log').mockReset().mockReturnValue();
});

/** A start that is stopped as soon as it begins to seed. */
const start = () => seedWhenEmpty(testMongodbUri(), AbortSignal.abort());

const said = () => vi.mocked(console.log).mock.calls.flat().join('\n');

/** The database of the test, as a seed has left it that was stopped right after a room. */
const halfMade = async () => {
  await start();
  const store = await openStore({ ...ofRooms, databaseName, clock: () => Date.now() - 60_000 });
  const room = await newRoom(store);
  const db = store.client.db(databaseName);
  return { store, room, db };
};

/** How many rooms the next start leaves, and whether the mark still stands. */
const afterStart = async () => {
  await start();
  const store = await openStore({ ...ofRooms, databaseName });
  return {
    rooms: await store.collectionOf('room').countDocuments(),
    marked: (await seedMarks(store.client.db(databaseName)).countDocuments()) > 0,
  };
};

const kept = (rooms: number) => ({ rooms, marked: false });

test('A demo that was broken off is removed, and begun again', async () => {
  await halfMade();
  expect(await afterStart()).toEqual({ rooms: 0, marked: true });
  expect(said()).toMatch(/beginning again/);
});

test('A store restored after a broken-off seed is kept', async () => {
  const source = await openStore(ofRooms);
  await newRoom(source);
  const folder = await emptyFolder();
  await keep(source, folder);
  await start();
  await restoreMain([folder]);
  expect(await afterStart()).toEqual(kept(1));
});

test('What was imported beside a broken-off demo is kept, and the demo with it', async () => {
  const source = await openStore(ofRooms);
  await newRoom(source);
  const types = streamDefinitions.map(({ type }) => type);
  const file = await exported(source, types);
  await halfMade();
  await importMain([file]);
  expect(await afterStart()).toEqual(kept(2));
});

test('What was done later than a seed was broken off is kept, and it is said once', async () => {
  const { room } = await halfMade();
  const store = await openStore({ ...ofRooms, databaseName, clock: Date.now });
  const command = retiring({ commandId: CommandId.of(uuidv7()), roomId: room, cancelThem: false });
  await store.execute(retireRoom, command, { actor: clara });
  expect(await afterStart()).toEqual(kept(1));
  expect(await afterStart()).toEqual(kept(1));
  expect(said().match(/all of it is kept/g)).toHaveLength(1);
});

test('A database whose log was begun is kept, however old its events are', async () => {
  const { store } = await halfMade();
  const log = await logOf(store);
  const { stop } = await startSequencer(log);
  await logOnce(log, 1);
  await stop();
  expect(await afterStart()).toEqual(kept(1));
});

test('A tombstone of a person who was forgotten is kept, and what stands beside it', async () => {
  const { store, db } = await halfMade();
  const session = store.client.startSession();
  await session.withTransaction(() => store.sealing.forget(MemberId.of('ana.ruiz'), session));
  await session.endSession();
  expect(await afterStart()).toEqual(kept(1));
  expect(await personKeys(db).countDocuments()).toBe(1);
});

test('A database with anything in it is not filled', async () => {
  const store = await openStore({ ...ofRooms, databaseName });
  await newRoom(store);
  expect(await afterStart()).toEqual(kept(1));
  expect(said()).toBe('');
});
