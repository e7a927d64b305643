import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbeddedServer } from '../mongodb/embedded-server';
import { ana, counting, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';

test('What was acknowledged survives kill -9 of the database; what was not acts once when it is sent again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roomlog-killed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const starting = { folder, say: () => {} };
  const first = await startEmbeddedServer(starting);
  const store = await openStore({
    uri: first.uri,
    limits: { patience: 300 },
    clientOptions: { serverSelectionTimeoutMS: 500 },
  });
  const wishes = Array.from({ length: 200 }, (_, i) => {
    const [one, other] = [tally(), tally(undefined, 'shelf')];
    const definition = i % 2 ? counting(one, other) : countingAlone(one);
    return { definition, command: sent(), streams: i % 2 ? [one, other] : [one], done: false };
  });
  const clients = Array.from({ length: 20 }, (_, client) =>
    wishes.filter((_, i) => i % 20 === client),
  );
  const sendAll = (through: typeof store, onDone: () => void) =>
    Promise.all(
      clients.map(async (own) => {
        for (const wish of own) {
          const { status } = await through.execute(wish.definition, wish.command, ana);
          if (status === 'refused') return;
          wish.done = true;
          onDone();
        }
      }),
    );
  const done = () => wishes.filter((wish) => wish.done);
  await sendAll(store, () => {
    if (done().length === 100) process.kill(first.pid, 'SIGKILL');
  });
  expect(done().length).toBeGreaterThanOrEqual(100);
  expect(done().length).toBeLessThan(200);
  await first.ended;

  const second = await startEmbeddedServer(starting);
  onTestFinished(() => second.stop());
  const { databaseName } = store;
  const after = await openStore({ uri: second.uri, databaseName });
  for (const { streams } of done()) {
    const states = await after.readStates(streams);
    expect(states.map(({ position }) => position)).toEqual(streams.map(() => 1));
  }
  await sendAll(after, () => {});
  expect(done()).toHaveLength(200);
  const all = await after.readStates(wishes.flatMap(({ streams }) => streams));
  expect(all.map(({ state }) => state)).toEqual(all.map(() => ({ count: 1, sum: 1 })));
});
