import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { logOf, startSequencer } from '../testing/event-log/logs';
import { until } from '../testing/event-log/subscriptions';
import { ofRooms } from '../testing/event-store/rooms';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import type { ChildProof } from '../testing/proof/child-prover';
import { writeManyDays } from '../testing/proof/large-store';
import { testMongodbUri } from '../testing/test-mongodb';
import { logState } from '../event-log/open-log';

const events = 20_000;
/** What the store would take as objects is twice as much. */
const heapMegabytes = 64;

/** Proves a store in a process of its own, which ends where it needs more memory. */
const provedApart = async ({ databaseName }: OpenStore): Promise<ChildProof> => {
  const program = fileURLToPath(new URL('../testing/proof/child-prover.ts', import.meta.url));
  const execArgv = [`--max-old-space-size=${heapMegabytes}`, '--import', 'tsx'];
  const child = fork(program, [testMongodbUri(), databaseName], { execArgv });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`It ended with ${String(code)} before it had proved anything`);
  });
  const [proof] = (await Promise.race([once(child, 'message'), died])) as [ChildProof];
  return proof;
};

test(
  'What a proof keeps in memory does not grow with the store',
  { timeout: 180_000 },
  async () => {
    const store = await openStore(ofRooms);
    const log = await logOf(store);
    const sequencing = await startSequencer(log);
    await writeManyDays(store, events);
    await until(async () => (await logState(log))?.position === events);
    await sequencing.stop();
    const proof = await provedApart(store);
    console.log(proof);
    expect(proof).toMatchObject({ events, entries: events, breaks: 0 });
  },
);
