import { expect, onTestFinished, test } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';

test('A transaction that outlives what the server allows, in the middle of an operation, is done again', async () => {
  const store = await openStore({ clientOptions: { monitorCommands: true } });
  const admin = (await openBeside(store)).client.db('admin');
  const [existing, other] = [tally(), tally(undefined, 'shelf')];
  await store.execute(counting(existing), sent(), ana);

  const lifetime = 'transactionLifetimeLimitSeconds';
  const usual = (await admin.command({ getParameter: 1, [lifetime]: 1 }))[lifetime] as number;
  const held = 'waitInFindBeforeMakingBatch';
  const data = { nss: `${store.databaseName}.emt:shelf`, shouldCheckForInterrupt: true };
  const release = () => admin.command({ configureFailPoint: held, mode: 'off' });
  onTestFinished(async () => {
    await release();
    await admin.command({ setParameter: 1, [lifetime]: usual });
  });
  await admin.command({ setParameter: 1, [lifetime]: 1 });
  await admin.command({ configureFailPoint: held, mode: 'alwaysOn', data });

  const failed: unknown[] = [];
  store.client.on('commandFailed', ({ failure }) =>
    failed.push((failure as { code?: number }).code),
  );
  const outcome = store.execute(counting(existing, other), sent(), ana);
  while (failed.length === 0) await pause(20);
  await release();
  expect(await outcome).toMatchObject({ status: 'accepted' });
  expect(failed).toContain(290);
  expect((await store.readStates([existing, other])).map((s) => s.position)).toEqual([2, 1]);
});
