import { spawn, type ChildProcess } from 'node:child_process';

/** How a program ended and all it printed. */
export type QuietResult = { readonly code: number; readonly output: string };

const children = new Set<ChildProcess>();

/** Ends a program and those it started. */
function end(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || !child.pid) child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It ended by itself.
  }
}

process.on('exit', () => {
  children.forEach(end);
});

/**
 * Runs a program and keeps its output, for programs that run side by side. It does not outlive this
 * process: however this one exits (short of kill -9), the program and those it started are ended.
 */
export function runQuietly(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<QuietResult> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    children.add(child);
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (error) => {
      output += error.message;
    });
    child.on('close', (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}
