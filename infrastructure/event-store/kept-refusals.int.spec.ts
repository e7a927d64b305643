import { expect, test } from 'vitest';
import { append } from '@/domain/shared/command';
import { meanwhile, startProxy } from '../testing/event-store/proxy';
import { ana, ben, by, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { testMongodbUri } from '../testing/test-mongodb';
import { keptPerMemberAndHour } from './kept-refusals';

const nine = Date.UTC(2026, 10, 20, 9, 0);
const minutes = 60_000;

const refusal = { code: 'NOTHING_CHANGED' } as const;
/** Refused, and the refusal kept in the stream it was about. */
const refusing = (stream: TallyRef) =>
  toy({
    reads: [stream],
    decide: () => refusal,
    refused: (_, [s]) => (s ? [append(s, counted(0))] : []),
  });

const send = async (store: OpenStore, times: number, who = ana) => {
  const streams = Array.from({ length: times }, () => tally());
  const outcomes = await Promise.all(
    streams.map((stream) => store.execute(refusing(stream), sent(), who)),
  );
  const stored = (await store.readStates(streams)).filter(({ position }) => position > 0).length;
  const kept = outcomes.filter((outcome) => outcome.status === 'refused' && outcome.kept).length;
  expect(outcomes.map(({ status }) => status)).toEqual(streams.map(() => 'refused'));
  expect(stored).toBe(kept);
  return kept;
};

test('At most 60 refusals are kept per member and hour; what is past that is answered and not kept', async () => {
  const store = await openStore({ clock: () => nine });
  expect(keptPerMemberAndHour).toBe(60);
  expect(await send(store, 40)).toBe(40);
  expect(await send(store, 30)).toBe(20);
  expect(await send(store, 5)).toBe(0);
  expect(await send(store, 5, ben)).toBe(5);
});

test('The limit holds across processes that refuse at the same time', async () => {
  const store = await openStore({ clock: () => nine });
  const elsewhere = await openBeside(store, { clock: () => nine });
  const who = by('dmitri.sokol');
  const rounds = await Promise.all(
    [store, elsewhere].map(async (s) => {
      let kept = 0;
      for (let round = 0; round < 5; round += 1) kept += await send(s, 10, who);
      return kept;
    }),
  );
  const [here = 0, there = 0] = rounds;
  expect(here + there).toBe(60);
});

test('Of two processes that keep the sixtieth at the same moment one decides again, and does not keep it', async () => {
  const elsewhere = await openStore({ clock: () => nine });
  const proxy = await startProxy(testMongodbUri());
  const store = await openBeside(elsewhere, { clock: () => nine, uri: proxy.uri });
  expect(await send(elsewhere, 59)).toBe(59);
  meanwhile(proxy, 'insert', async () => {
    expect(await send(elsewhere, 1)).toBe(1);
  });
  expect(await send(store, 1)).toBe(0);
});

test('A new hour begins a new count, by the clock of the store', async () => {
  let now = nine + 59 * minutes;
  const store = await openStore({ clock: () => now });
  expect(await send(store, 70)).toBe(60);
  now += minutes;
  expect(await send(store, 70)).toBe(60);
});

test('A refusal that was not kept is decided anew when it is sent again; one that was kept is not', async () => {
  let now = nine;
  const store = await openStore({ clock: () => now });
  const kept = { stream: tally(), command: sent() };
  await store.execute(refusing(kept.stream), kept.command, ana);
  await send(store, 59);
  const passed = { stream: tally(), command: sent() };
  expect(await store.execute(refusing(passed.stream), passed.command, ana)).toEqual({
    status: 'refused',
    refusal,
    kept: false,
  });
  now += 60 * minutes;
  for (const { stream, command } of [kept, passed]) {
    await store.execute(refusing(stream), command, ana);
    expect((await store.readWhole(stream)).position).toBe(1);
  }
});

test('Refusals that name nothing to keep are not counted', async () => {
  const store = await openStore({ clock: () => nine });
  const silent = toy({ reads: [tally()], decide: () => refusal });
  await Promise.all(Array.from({ length: 70 }, () => store.execute(silent, sent(), ana)));
  expect(await send(store, 70)).toBe(60);
});

test('Counts go away by themselves after two hours', async () => {
  const store = await openStore();
  const indexes = await store.client.db(store.databaseName).collection('kept_refusals').indexes();
  expect(indexes).toContainEqual(
    expect.objectContaining({ key: { hour: 1 }, expireAfterSeconds: 7200 }),
  );
});
