import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../scripts/seed/random';
import type { ThreeNodes } from './three-nodes';

/** An app server that can be killed in the middle of whatever it does. */
export type KillableApp = {
  readonly name: string;
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
  { primary }: ThreeNodes,
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
    name: 'an app server is killed in the middle of its work',
    happen: async () => {
      const app = random.pick(apps);
      await app.kill();
      await pause(random.whole(200, 3000));
      await app.start();
    },
  },
];

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
