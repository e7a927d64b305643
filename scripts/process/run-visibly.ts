import { spawn } from 'node:child_process';

import { watchOver } from '@/infrastructure/mongodb/watchdog';

/**
 * Runs a program whose output the user sees as it comes. It does not outlive this process.
 *
 * @param options.stop asks the program to end when it is aborted
 * @returns its exit code when it has ended; 1 when a signal ended it or it could not start
 */
export function runVisibly(
  program: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; stop: AbortSignal },
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      env: options.env,
      stdio: ['ignore', 'inherit', 'inherit'],
      signal: options.stop,
    });
    const release = child.pid === undefined ? () => undefined : watchOver(child.pid);
    child.on('error', (error) => {
      if (child.pid !== undefined) return; // asked to end; `close` follows
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => {
      release();
      resolve(code ?? 1);
    });
  });
}

/** Runs a TypeScript program of this project with everything the server side may import. */
export function runTypeScript(
  file: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; stop: AbortSignal },
): Promise<number> {
  const flags = ['--import', 'tsx', '--conditions=react-server'];
  return runVisibly(process.execPath, [...flags, file, ...args], options);
}
