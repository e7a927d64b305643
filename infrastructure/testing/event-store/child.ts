import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A program of this folder as a process of its own. */
export type Child = {
  readonly process: ChildProcess;
  /** The next message it sends. Throws when it ends before. */
  readonly next: () => Promise<unknown>;
  readonly tell: (message: unknown) => void;
  /** Ends it without a chance to tidy up; resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

const running: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(running.splice(0).map((kill) => kill()));
});

/** Starts `<name>` of this folder with these words on its command line; it ends with the file at the latest. */
export const startChild = (name: string, ...words: readonly string[]): Child => {
  const program = fileURLToPath(new URL(name, import.meta.url));
  const process = fork(program, words, { cwd: root, execArgv: ['--import', 'tsx'] });
  const inbox: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  process.on('message', (message) => {
    const first = waiting.shift();
    if (first) first(message);
    else inbox.push(message);
  });
  const ended = once(process, 'exit');
  const kill = async () => {
    process.kill('SIGKILL');
    await ended;
  };
  running.push(kill);
  const next = () =>
    inbox.length > 0
      ? Promise.resolve(inbox.shift())
      : Promise.race([
          new Promise((resolve) => waiting.push(resolve)),
          ended.then(([code]) => {
            throw new Error(`${name} ended with ${String(code)} before it answered`);
          }),
        ]);
  return { process, next, kill, tell: (message) => process.send(message as object) };
};
