import { getMongoDBEventStore } from '@event-driven-io/emmett-mongodb';
import { describe, expect, test } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import { wrongsOf } from '../testing/event-log/log-wrongs';
import { logOf, logOnce, startSequencer } from '../testing/event-log/logs';
import { interleaving, seeing, someStreams } from '../testing/event-log/writers';
import { storages } from '../testing/event-store/storages';
import { ana, counting, countingAlone, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore } from '../testing/event-store/toy-store';
import { counted, tallies, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { streamNameOf } from '../event-store/stream-document';

describe.each(storages)('The log, stored as %s', (_, storage) => {
  test('35: Every event of every stream has one position, without gap or double, its stream in order and its command together', async () => {
    const options = { storage: storage() };
    const store = await openStore(options);
    const elsewhere = await openBeside(store, options);
    const log = await logOf(store);
    const sequencing = await startSequencer(log);
    const streams = someStreams();
    const at = (i: number) => streams[i % streams.length] ?? tally();
    const kinds = [
      (i: number) => counting(at(i), at(i + 3)),
      (i: number) => countingAlone(at(i)),
      (i: number) => interleaving(at(i), at(i + 1)),
      (i: number) => seeing(at(i), at(i + 2)),
    ];
    await Promise.all(
      Array.from({ length: 80 }, (_, i) => {
        const definition = kinds[i % 4]?.(i) ?? counting(at(i));
        return (i % 3 ? store : elsewhere).execute(definition, sent(), ana);
      }),
    );
    const entries = await logOnce(log, 20 * (2 + 1 + 3 + 1));
    expect(entries).toHaveLength(140);
    expect(await wrongsOf(entries, store, streams)).toEqual([]);
    expect(sequencing.failures).toEqual([]);
  });
});

test('25: A group of commands that is written at once stands in the log as it was decided, one command after another', async () => {
  const store = await openStore();
  const log = await logOf(store);
  await startSequencer(log);
  const streams = someStreams();
  const at = (i: number) => streams[i % streams.length] ?? tally();
  const commands = Array.from({ length: 30 }, (_, i) => ({
    definition: i % 2 ? interleaving(at(i), at(i + 1)) : counting(at(i), at(i + 4)),
    command: sent(),
  }));
  await Promise.all(
    commands.map(({ definition, command }) => store.execute(definition, command, ana)),
  );
  const entries = await logOnce(log, 15 * 3 + 15 * 2);
  const inOrder = [...new Set(entries.map(({ event }) => event.metadata.causationId))];
  expect(inOrder).toEqual(commands.map(({ command }) => command.commandId));
  expect(await wrongsOf(entries, store, streams)).toEqual([]);
});

test('Guards bring no entries, and do not keep the events of their write back', async () => {
  const store = await openStore();
  const log = await logOf(store);
  const [one, other, grown] = [tally('guarded-1'), tally('guarded-2'), tally()];
  const range = tallies(one.id, other.id);
  await store.execute(counting(one, other), sent(), ana);
  const sequencing = await startSequencer(log);
  await logOnce(log, 2);
  const growing = toy({
    reads: [grown, one],
    range,
    decide: ([home]) => accept({}, home ? [append(home, counted(1))] : [], [one, range]),
  });
  const onlyGuarding = toy({ reads: [one], decide: () => accept({}, [], [one]) });
  for (const definition of [growing, onlyGuarding, growing]) {
    await store.execute(definition, sent(), ana);
  }
  const entries = await logOnce(log, 4);
  expect(entries.slice(2).map(({ event }) => event.metadata.streamName)).toEqual([
    streamNameOf(grown),
    streamNameOf(grown),
  ]);
  expect(sequencing).toMatchObject({ failures: [], completions: ['there was no log'] });
});

describe('Documents of stock emmett-mongodb', () => {
  const stockOn = ({ client, databaseName }: Awaited<ReturnType<typeof openStore>>) =>
    getMongoDBEventStore({ client, storage: { type: 'COLLECTION_PER_STREAM_TYPE', databaseName } });

  test.each(['followed', 'completed'] as const)(
    'are in the log as well, each stream in order, when they are %s',
    async (how) => {
      const store = await openStore();
      const log = await logOf(store);
      const followed = how === 'followed' ? await startSequencer(log) : undefined;
      if (followed) await expect.poll(() => followed.completions).toHaveLength(1);
      const [theirs, mixed] = [tally(), tally()];
      const stock = stockOn(store);
      await stock.appendToStream(streamNameOf(theirs), [counted(1), counted(2), counted(3)]);
      await store.execute(counting(mixed), sent(), ana);
      await stock.appendToStream(streamNameOf(mixed), [counted(4), counted(5)]);
      await stock.appendToStream(streamNameOf(theirs), [counted(6), counted(7)]);
      await store.execute(counting(mixed, theirs), sent(), ana);
      const sequencing = followed ?? (await startSequencer(log));
      const entries = await logOnce(log, 10);
      const placesOf = (stream: TallyRef) =>
        entries
          .map(({ event }) => event.metadata)
          .filter(({ streamName }) => streamName === streamNameOf(stream))
          .map(({ streamPosition }) => streamPosition);
      expect([placesOf(theirs), placesOf(mixed)]).toEqual([
        [1, 2, 3, 4, 5, 6],
        [1, 2, 3, 4],
      ]);
      await expect.poll(() => sequencing.completions).toEqual(['there was no log']);
      expect(sequencing.failures).toEqual([]);
    },
  );
});
