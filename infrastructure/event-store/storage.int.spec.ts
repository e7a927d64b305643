import { MongoClient } from 'mongodb';
import { describe, expect, test, vi } from 'vitest';
import { startChild } from '../testing/event-store/child';
import { failCommands } from '../testing/event-store/fail-commands';
import { storages, twoDatabases } from '../testing/event-store/storages';
import { ana, counting, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore } from '../testing/event-store/toy-store';
import { counted, tallies, tally, toyDefinitions } from '../testing/event-store/toy-streams';
import { freshDatabaseName, testMongodbUri } from '../testing/test-mongodb';
import { createEventStore } from './create-event-store';
import { streamNameOf } from './stream-document';

describe.each(storages)('After an append has answered, stored as %s', (_, storage) => {
  test('every reader on any connection sees it', async () => {
    const options = { storage: storage() };
    const store = await openStore(options);
    const elsewhere = await openBeside(store, options);
    const stream = tally();
    for (let position = 1; position <= 20; position += 1) {
      const definition = position % 2 ? counting(stream) : countingAlone(stream);
      await store.execute(definition, sent(), ana);
      const [whole, [state], slice] = await Promise.all([
        elsewhere.readWhole(stream),
        elsewhere.readStates([stream]),
        elsewhere.readSlice(stream, { from: position }),
      ]);
      expect([whole.position, state?.position, slice.events.length]).toEqual([
        position,
        position,
        1,
      ]);
    }
  });
});

test('After an append has answered, a reader in another process sees it', async () => {
  const store = await openStore();
  const reader = startChild('child-reader.ts', testMongodbUri(), store.databaseName);
  expect(await reader.next()).toBe('ready');
  const stream = tally();
  for (let position = 1; position <= 20; position += 1) {
    const definition = position % 2 ? counting(stream) : countingAlone(stream);
    await store.execute(definition, sent(), ana);
    reader.tell(stream.id);
    expect(await reader.next()).toBe(position);
  }
});

test('Whatever read preference the connection string names, the store reads from the primary', async () => {
  const uri = new URL(testMongodbUri());
  uri.searchParams.delete('directConnection');
  uri.searchParams.set('readPreference', 'secondaryPreferred');
  const store = await openStore({ uri: uri.href, clientOptions: { monitorCommands: true } });
  const read = new Set<string>();
  store.client.on('commandStarted', ({ commandName, command }) => {
    const { find, $readPreference } = command as Find;
    if (commandName === 'find') read.add(`${find} from ${$readPreference?.mode ?? 'primary'}`);
  });
  const [one, other] = [tally(), tally(undefined, 'shelf')];
  await store.execute(countingAlone(one), sent(), ana);
  await store.execute(counting(one, other), sent(), ana);
  await Promise.all([
    store.readWhole(one),
    store.readStates([other]),
    store.readRange(tallies(one.id, one.id)),
    store.readSlice(one, { from: 1 }),
    store.sealing.open([await store.sealing.seal(ana.actor.id, 'text')]),
  ]);
  expect([...read].sort()).toEqual([
    'emt:shelf from primary',
    'emt:tally from primary',
    'person_keys from primary',
  ]);
});

type Find = { readonly find: string; readonly $readPreference?: { readonly mode: string } };

describe('Two databases with equal collection names', () => {
  test('never mix: each stream is only where its type belongs', async () => {
    const other = freshDatabaseName();
    const store = await openStore({ storage: twoDatabases(other) });
    const [one, shelf] = [tally('same'), tally('same', 'shelf')];
    await store.execute(counting(one, shelf), sent(), ana);
    await store.execute(counting(shelf), sent(), ana);
    const namesIn = (database: string) =>
      store.client
        .db(database)
        .collection<{ streamName: string; messages: unknown[] }>('streams')
        .find()
        .map((d) => [d.streamName, d.messages.length])
        .toArray();
    expect(await namesIn(store.databaseName)).toEqual([['tally:same', 1]]);
    expect(await namesIn(other)).toEqual([['shelf:same', 2]]);
  });

  test('are written by one command all or none', async () => {
    const store = await openStore({ storage: twoDatabases(freshDatabaseName()) });
    const [one, shelf] = [tally(), tally(undefined, 'shelf')];
    const positions = async () => (await store.readStates([one, shelf])).map((s) => s.position);
    // The first database has taken its part when the second's write fails.
    const skipped = await failCommands(store, {
      failCommands: ['insert'],
      errorCode: 8,
      namespace: store.collectionOf('shelf').namespace,
    });
    await expect(store.execute(counting(one, shelf), sent(), ana)).rejects.toThrow();
    expect(await positions()).toEqual([0, 0]);
    await skipped();
    await store.execute(counting(one, shelf), sent(), ana);
    expect(await positions()).toEqual([1, 1]);
  });
});

describe('Opening a store', () => {
  test('makes collections and a unique index on the name, also many times at once', async () => {
    const databaseName = freshDatabaseName();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore({ databaseName })));
    const [store] = stores;
    const indexes = await store?.collectionOf('tally').indexes();
    expect(indexes).toContainEqual(
      expect.objectContaining({ key: { streamName: 1 }, unique: true }),
    );
    const made = await store?.client.db(databaseName).listCollections().toArray();
    expect(made?.map(({ name }) => name).sort()).toEqual([
      'emt:shelf',
      'emt:tally',
      'kept_refusals',
      'person_keys',
      'store_format',
    ]);
  });

  test('with SINGLE_COLLECTION uses one collection for all types, named as told', async () => {
    const store = await openStore({
      storage: {
        type: 'SINGLE_COLLECTION',
        collectionName: 'all',
        databaseName: freshDatabaseName(),
      },
    });
    expect(store.collectionOf('tally')).toBe(store.collectionOf('shelf'));
    expect(store.collectionOf('tally').collectionName).toBe('all');
    expect(store.collectionOf('tally').dbName).not.toBe(store.databaseName);
  });

  test('leaves a client that was handed in open when it closes', async () => {
    const store = await openStore();
    await store.close();
    expect(await store.client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  test('closes a client of its own, after what was under way', async () => {
    const databaseName = freshDatabaseName();
    const store = await createEventStore({
      connectionString: testMongodbUri(),
      databaseName,
      definitions: toyDefinitions,
    });
    const stream = tally();
    const underWay = store.execute(counting(stream), sent(), ana);
    await store.close();
    expect(await underWay).toMatchObject({ status: 'accepted' });
    await expect(store.readWhole(stream)).rejects.toThrow(/closed|connect/i);
  });

  test('closes a client of its own when opening fails', async () => {
    const closing = vi.spyOn(MongoClient.prototype, 'close');
    const failing = createEventStore({
      connectionString: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100',
      definitions: toyDefinitions,
    });
    await expect(failing).rejects.toThrow();
    expect(closing).toHaveBeenCalledTimes(1);
    closing.mockRestore();
  });

  test('writes to the primary although the connection string prefers secondaries for reads', async () => {
    const uri = `${testMongodbUri()}&readPreference=secondaryPreferred`;
    const store = await openStore({ uri });
    const stream = tally();
    await store.execute(counting(stream), sent(), ana);
    await store.execute(countingAlone(stream), sent(), ana);
    expect((await store.readWhole(stream)).position).toBe(2);
  });

  test('A type of stream the store does not know is a mistake in the program: it throws', async () => {
    const store = await openStore();
    await expect(store.readWhole({ type: 'barrel', id: 'a' })).rejects.toThrow(
      /no stream type barrel/,
    );
    await expect(store.appendToStream('barrel:a', [counted(1)])).rejects.toThrow(TypeError);
    expect(await store.readWhole(tally('a'))).toMatchObject({ exists: false });
    expect(streamNameOf(tally('a'))).toBe('tally:a');
  });
});
