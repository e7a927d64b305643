import { describe, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ana } from '@/domain/testing/people';
import { chained } from '../event-store/hash-chain';
import { streamNameOf } from '../event-store/stream-document';
import { snapshotTime } from '../event-log/missing-events';
import { startSequencer } from '../testing/event-log/logs';
import { until } from '../testing/event-log/subscriptions';
import { matching } from '../testing/matching';
import { breaksIn, proved } from '../testing/proof/proved';
import {
  at,
  documentOf,
  entriesOf,
  logOfEvents,
  madeRight,
  otherThan,
  pathsIn,
  replaced,
} from '../testing/proof/tampering';
import { writtenStore } from '../testing/proof/written-store';

let written: Awaited<ReturnType<typeof writtenStore>>;
beforeAll(async () => {
  written = await writtenStore();
});

/** What is found while the log is another; afterwards it is as it was. */
const foundWhile = async (change: (log: typeof written.log) => Promise<unknown>) => {
  const { store, log } = written;
  const [entries, state] = [await entriesOf(log), await log.states.findOne({})];
  await change(log);
  try {
    return (await proved(store)).breaks.map(({ first }) => first);
  } finally {
    await log.entries.deleteMany({});
    await log.entries.insertMany(entries);
    if (state) await log.states.replaceOne({ _id: 'log' }, state, { upsert: true });
  }
};

describe('Of the log', () => {
  test('every path of an entry that somebody changes or removes is found', async () => {
    const [entry] = (await entriesOf(written.log)).slice(6);
    const paths = pathsIn(entry).filter((path) => path !== '_id');
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      for (const change of [
        { $set: { [path]: otherThan(at(entry, path)) } },
        { $unset: { [path]: '' } },
      ]) {
        const found = await foundWhile(({ entries }) =>
          entries.updateOne({ _id: 7 }, change as object),
        );
        const [log] = found.filter(({ kind }) => kind === 'log');
        expect([path, change, log]).toMatchObject([path, change, { kind: 'log' }]);
        if (log?.logPosition !== undefined) expect([path, log.logPosition]).toEqual([path, 7]);
      }
    }
    expect(await breaksIn(written.store)).toEqual([]);
  });

  test.each([
    ['the first', 1, 2],
    ['one in its middle', 9, 10],
  ])('%s entry that was removed is found', async (_, removed, next) => {
    const [found] = await foundWhile(({ entries }) => entries.deleteOne({ _id: removed }));
    expect(found).toMatchObject({
      kind: 'log',
      logPosition: next,
      what: `what should stand at ${removed} before it is missing`,
    });
  });

  test('the last entry that was removed is found by where the log says it stands', async () => {
    const { length } = await entriesOf(written.log);
    const [found] = await foundWhile(({ entries }) => entries.deleteOne({ _id: length }));
    const what = `it says it stands at ${length}, but its last entry is ${length - 1}`;
    expect(found).toMatchObject({ kind: 'log', what });
  });

  test('two entries that changed places are found', async () => {
    const [one, two] = (await entriesOf(written.log)).slice(9, 11);
    const found = await foundWhile(async ({ entries }) => {
      await entries.deleteMany({ _id: { $in: [10, 11] } });
      if (one && two)
        await entries.insertMany([
          { ...two, _id: 10 },
          { ...one, _id: 11 },
        ]);
    });
    expect(found[0]).toMatchObject({
      kind: 'log',
      logPosition: 10,
      what: matching(/the entry before it/),
    });
  });

  test('where it stands is found to be gone', async () => {
    const [found] = await foundWhile(({ states }) => states.deleteOne({ _id: 'log' }));
    expect(found).toMatchObject({
      kind: 'log',
      what: matching(/nothing says where it stands/),
    });
  });
});

describe('Of a log whose chain was made right', () => {
  const withoutOne = async (log: typeof written.log, removed: number) => {
    const events = (await entriesOf(log)).map(({ event }) => event);
    await logOfEvents(
      log,
      events.filter((_, i) => i !== removed - 1),
    );
  };

  test('an event that was taken out of the middle is found', async () => {
    const entry = (await entriesOf(written.log)).find(
      ({ event }) =>
        event.metadata.streamName === streamNameOf(written.moved) &&
        event.metadata.streamPosition === 2,
    );
    const found = await foundWhile((log) => withoutOne(log, entry?._id ?? 0));
    expect(found).toMatchObject([
      {
        kind: 'log',
        stream: streamNameOf(written.moved),
        what: matching(/lacks event 2 before it/),
      },
      { kind: 'commit' },
    ]);
  });

  test('two events of one commit that changed places are found', async () => {
    const events = (await entriesOf(written.log)).map(({ event }) => event);
    const i = events.findIndex(
      ({ metadata: { commit } }) => commit.size === 3 && commit.index === 0,
    );
    const [one, two] = events.slice(i, i + 2);
    if (!one || !two) throw new Error('There is no commit of three events');
    const found = await foundWhile((log) =>
      logOfEvents(log, [...events.slice(0, i), two, one, ...events.slice(i + 2)]),
    );
    expect(found).toMatchObject([{ kind: 'commit', logPosition: i + 1 }]);
  });

  test('an event of a stream that never was is found', async () => {
    const events = (await entriesOf(written.log)).map(({ event }) => event);
    const invented = events.slice(0, 1).map(({ type, data, metadata }) => {
      const commit = { id: uuidv7(), at: 1, index: 0, size: 1 };
      const place = { ...metadata, streamName: `room:${uuidv7()}`, commit };
      return chained({ type, data, metadata: place }, null);
    });
    const found = await foundWhile((log) => logOfEvents(log, [...events, ...invented]));
    expect(found).toMatchObject([
      {
        kind: 'log',
        logPosition: events.length + 1,
        what: matching(/the stream is not there/),
      },
    ]);
  });

  /** A log that lacks its last four entries, and says so. */
  const cutOff = async () => {
    const { store, log } = await writtenStore();
    const { head } = await proved(store);
    const events = (await entriesOf(log)).map(({ event }) => event);
    await logOfEvents(log, events.slice(0, -4));
    return { store, log, head };
  };

  test('a tail that was cut off is told as lag, found by a kept head, and brought back by whoever writes the log', async () => {
    const { store, log, head } = await cutOff();
    expect(await proved(store)).toMatchObject({ breaks: [], behind: { events: 4 } });
    expect(await breaksIn(store, head)).toMatchObject([
      { kind: 'head', what: matching(/what came up to the kept head was taken away/) },
    ]);
    await startSequencer(log);
    await until(async () => (await proved(store)).behind.events === 0);
    expect(await breaksIn(store)).toEqual([]);
  });

  test('a tail that was cut off behind the back of whoever writes the log is found', async () => {
    const { store, log } = await cutOff();
    const resumeTime = await snapshotTime(log);
    await log.states.updateOne({ _id: 'log' }, { $set: { resumeToken: null, resumeTime } });
    await startSequencer(log);
    expect(await breaksIn(store)).toMatchObject([
      { kind: 'log', what: matching(/although it is being written/) },
    ]);
  });
});

describe('A head that was kept elsewhere', () => {
  test('is found in a log that has gone on since; one that is another is not', async () => {
    const { store, log } = await writtenStore();
    const { head } = await proved(store);
    expect(await breaksIn(store, head)).toEqual([]);
    const [entry] = (await entriesOf(log)).slice(4);
    const early = { generation: head?.generation ?? '', position: 5, hash: entry?.hash ?? '' };
    expect(await breaksIn(store, early)).toEqual([]);
    expect(await breaksIn(store, { ...early, position: 6 })).toMatchObject([{ kind: 'head' }]);
    expect(await breaksIn(store, { ...early, generation: uuidv7() })).toMatchObject([
      { kind: 'head', what: matching(/is of generation/) },
    ]);
  });

  test('alone finds who rewrites an event with streams, states and log', async () => {
    const { store, log, moved } = await writtenStore();
    const { head } = await proved(store);
    const document = await documentOf(store, moved);
    const title = await store.sealing.seal(ana.id, 'Forged');
    const events = document.messages.map((event, i) =>
      i === 3 ? { ...event, data: { title } } : event,
    );
    const right = await madeRight(document, events);
    await replaced(store, moved, right);
    const links = right.messages as typeof document.messages;
    const name = streamNameOf(moved);
    await logOfEvents(
      log,
      (await entriesOf(log)).map(({ event }) =>
        event.metadata.streamName === name
          ? (links[event.metadata.streamPosition - 1] ?? event)
          : event,
      ),
    );
    expect(await breaksIn(store)).toEqual([]);
    expect(await breaksIn(store, head)).toMatchObject([
      { kind: 'head', logPosition: head?.position, what: matching(/was changed/) },
    ]);
  });
});
