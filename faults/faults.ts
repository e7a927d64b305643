import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../scripts/seed/random';
import { openTransactions } from './open-transactions';
import type { ThreeNodes } from './three-nodes';

/** An app server that can be killed in the middle of whatever it does. */
export type KillableApp = {
  readonly name: string;
  /** How MongoDB knows its connections. */
  readonly appName: string;
  readonly freeze: () => void;
  readonly wake: () => void;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
};

/** What may happen, and to whom. */
export type Fault = {
  readonly name: string;
  readonly happen: () => Promise<void>;
};

/** Three kinds of fault; each ends with all servers running again. */
export const faultsOf = (
  { primary, uri }: ThreeNodes,
  apps: readonly KillableApp[],
  random: Random,
): readonly Fault[] => [
  {
    name: 'the primary is killed',
    happen: async () => {
      const node = await primary();
      await node.kill();
      await pause(random.whole(500, 4000));
      await node.start();
    },
  },
  {
    name: 'the primary is frozen and woken',
    happen: async () => {
      const node = await primary();
      node.freeze();
      await pause(random.whole(1000, 9000));
      node.wake();
    },
  },
  {
    name: 'an app server is killed in mid-transaction',
    happen: async () => {
      const app = random.pick(apps);
      await freezeInTransaction(app, uri);
      await app.kill();
      await pause(random.whole(200, 3000));
      await app.start();
    },
  },
];

const mostFreezes = 500;

/**
 * Freezes an app server at a moment at which MongoDB holds an open transaction of it: nothing less
 * would show that it was in the middle of one. Throws when no such moment is met.
 */
const freezeInTransaction = async (app: KillableApp, mongodbUri: string): Promise<void> => {
  for (let tries = 1; tries <= mostFreezes; tries += 1) {
    app.freeze();
    if ((await openTransactions(mongodbUri, app.appName)) > 0) return;
    app.wake();
    // Long enough for it to go on, and of a length that never falls in step with its work.
    await pause(20 + 30 * Math.random());
  }
  throw new Error(`${app.name} was in no transaction in ${mostFreezes} moments`);
};

/** Lets so many faults happen, one after another, with pauses between; tells of each. */
export const letHappen = async (
  faults: readonly Fault[],
  count: number,
  random: Random,
  say: (line: string) => void,
): Promise<Readonly<Record<string, number>>> => {
  const happened: Record<string, number> = {};
  for (let i = 1; i <= count; i += 1) {
    await pause(random.whole(1000, 4000));
    const fault = i <= faults.length ? (faults[i - 1] ?? random.pick(faults)) : random.pick(faults);
    say(`  ${i} of ${count}: ${fault.name}`);
    happened[fault.name] = (happened[fault.name] ?? 0) + 1;
    await fault.happen();
  }
  return happened;
};
