import type { Outcome } from '@/infrastructure/event-store/outcome';
import { startProxy, type Verdict } from './proxy';

const stages = ['loads', 'writes', 'commits'] as const;
type Stage = (typeof stages)[number];

/** A step of the first or the second of two commands. */
export type Step = readonly [command: 0 | 1, stage: Stage];

const order = (text: string): readonly Step[] =>
  text.split(', ').map((step) => {
    const [who, stage] = step.split(' ');
    return [who === 'A' ? 0 : 1, stages.find((s) => s === stage) ?? 'commits'];
  });

/** Every order in which two commands may load and commit, and two in which both have written before. */
export const orders = [
  'A loads, A commits, B loads, B commits',
  'B loads, B commits, A loads, A commits',
  'A loads, B loads, A commits, B commits',
  'A loads, B loads, B commits, A commits',
  'B loads, A loads, A commits, B commits',
  'B loads, A loads, B commits, A commits',
  'A loads, A writes, B loads, B writes, A commits, B commits',
  'B loads, B writes, A loads, A writes, B commits, A commits',
] as const;

/**
 * A connection that stops the first try of a command where it is told to. After a lost race the
 * command runs on by itself.
 */
export const startGate = async (serverUri: string) => {
  const proxy = await startProxy(serverUri);
  let allowed = 2;
  let lost = false;
  let waiting: (() => void)[] = [];
  let onStop = () => {};
  proxy.judge(async (command): Promise<Verdict> => {
    if (command === 'abortTransaction') {
      lost = true;
      onStop();
    }
    const stage = command === 'find' ? 0 : command === 'commitTransaction' ? 2 : 1;
    while (!lost && stage > allowed) {
      const held = new Promise<void>((resolve) => waiting.push(resolve));
      onStop();
      await held;
    }
    return 'pass';
  });
  const letOn = () => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    uri: proxy.uri,
    begin: () => {
      lost = false;
    },
    /** Lets the command do this stage; resolves when it has, has ended, or has lost a race. */
    until: async (stage: Stage, ended: Promise<unknown>) => {
      allowed = stages.indexOf(stage);
      const stopped = new Promise<void>((resolve) => {
        onStop = resolve;
      });
      letOn();
      await (stage === 'commits' ? ended : Promise.race([stopped, ended]));
    },
  };
};

export type Gate = Awaited<ReturnType<typeof startGate>>;

/** Runs two commands, each through its own gate, in an order of `orders`. */
export const interleaved = async (
  text: (typeof orders)[number],
  gates: readonly [Gate, Gate],
  commands: readonly [() => Promise<Outcome>, () => Promise<Outcome>],
): Promise<readonly [Outcome, Outcome]> => {
  const running: Partial<Record<0 | 1, Promise<Outcome>>> = {};
  for (const [who, stage] of order(text)) {
    if (stage === 'loads') gates[who].begin();
    running[who] ??= commands[who]();
    await gates[who].until(stage, running[who]);
  }
  const { 0: a, 1: b } = running;
  if (!a || !b) throw new Error(`${text} does not run both`);
  return Promise.all([a, b]);
};
