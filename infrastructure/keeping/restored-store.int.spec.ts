import { expect, test } from 'vitest';
import { logState } from '../event-log/open-log';
import { replayLog } from '../event-log/read-log';
import { openSubscriptions } from '../event-log/subscription';
import { logOf, logOnce, startSequencer } from '../testing/event-log/logs';
import {
  checkpointOf,
  grow,
  listener,
  start,
  until,
  untilStopped,
  upTo,
} from '../testing/event-log/subscriptions';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';
import {
  bringBack,
  emptyFolder,
  keep,
  place,
  storeIn,
  storeWithLog,
} from '../testing/keeping/backups';
import { documentsOf, wrongsOf } from '../testing/keeping/compare';

test('81: A restored store has the same streams, log, versions and positions, and goes on from there', async () => {
  const { store, log, folder } = await storeWithLog(5);
  const stream = tally();
  await store.execute(counting(stream, tally(undefined, 'shelf')), sent(), ana);
  const before = await logOnce(log, 7);
  await keep(store, folder);
  const target = await place();
  await bringBack(target, folder);
  for (const name of ['emt:tally', 'emt:shelf', 'event_log']) {
    expect(await documentsOf(target.db, name)).toEqual(await documentsOf(log.db, name));
  }
  const restored = await storeIn(target);
  const itsLog = await logOf(restored);
  const { completions, failures } = await startSequencer(itsLog);
  await restored.execute(counting(stream), sent(), ana);
  const after = await logOnce(itsLog, 8);
  expect(after.slice(0, 7)).toEqual(before);
  expect((await restored.readWhole(stream)).position).toBe(2);
  expect(await wrongsOf(restored)).toEqual([]);
  await expect.poll(() => completions).toHaveLength(1);
  expect(failures).toEqual([]);
});

test('81: A restored store sends nothing twice: its subscriptions go on after their checkpoints', async () => {
  const { store, subscriptions, folder } = await storeWithLog(4);
  const { heard, subscription } = listener();
  const worker = await start(subscriptions, subscription);
  await until(() => heard.length === 4);
  await worker.end();
  await keep(store, folder);
  const target = await place();
  await bringBack(target, folder);
  const restored = await storeIn(target);
  const log = await logOf(restored);
  await startSequencer(log);
  await start(await openSubscriptions(log), subscription);
  await grow(restored, 2);
  await until(() => heard.length > 4);
  await logOnce(log, 6);
  await until(() => heard.length === 6);
  expect(heard.map(({ _id }) => _id)).toEqual(upTo(6));
});

test('A restored store gets from its streams what the log did not have yet when it was kept', async () => {
  const store = await openStore();
  const log = await logOf(store);
  const { stop } = await startSequencer(log);
  await grow(store, 3);
  await logOnce(log, 3);
  await stop();
  await grow(store, 2);
  const folder = await emptyFolder();
  expect(await keep(store, folder)).toMatchObject({ events: 5, log: { position: 3 } });
  const target = await place();
  await bringBack(target, folder);
  const restored = await storeIn(target);
  const itsLog = await logOf(restored);
  await startSequencer(itsLog);
  expect(await logOnce(itsLog, 5)).toHaveLength(5);
  expect(await wrongsOf(restored)).toEqual([]);
});

test('82: A checkpoint that lies ahead of a restored log is said, not waited for in silence', async () => {
  const { store, subscriptions, folder } = await storeWithLog(2);
  const { subscription } = listener();
  const worker = await start(subscriptions, subscription);
  await until(async () => (await checkpointOf(subscriptions, subscription))?.position === 2);
  await worker.end();
  await subscriptions.checkpoints.updateOne({ _id: subscription.name }, { $set: { position: 9 } });
  await keep(store, folder);
  const target = await place();
  await bringBack(target, folder);
  const log = await logOf(await storeIn(target));
  await startSequencer(log);
  const restored = await openSubscriptions(log);
  await start(restored, subscription);
  expect((await untilStopped(restored, subscription))?.reason).toMatch(/ahead of the log/);
});

test('82: A place in the log that was kept elsewhere is refused after a restore: other events may follow it', async () => {
  const { store, log, folder } = await storeWithLog(3);
  const elsewhere = await logState(log);
  await keep(store, folder);
  const target = await place();
  await bringBack(target, folder);
  const itsLog = await logOf(await storeIn(target));
  const { generation = '', position = 0 } = elsewhere ?? {};
  const reading = replayLog(itsLog, {}, { generation, position }).next();
  await expect(reading).rejects.toThrow(/log generation .* begin from the start/);
});
