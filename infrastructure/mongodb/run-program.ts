import { spawn } from 'node:child_process';

/** How a program ended: its exit code (null when a signal ended it or it could not start) and output. */
export type ProgramResult = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
};

/**
 * Runs a program to its end and collects what it prints. Never throws: a program that does not
 * exist is a result with code null.
 *
 * @param options.onLine called with each line as it comes, for progress
 * @param options.silenceMs kills the program when it prints nothing for so long (milliseconds)
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: {
    onLine?: (line: string) => void;
    silenceMs?: number;
    env?: NodeJS.ProcessEnv;
    cwd?: string;
  } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: options.env ?? process.env,
      ...(options.cwd ? { cwd: options.cwd } : {}),
    });
    let output = '';
    let silence: NodeJS.Timeout | undefined;
    const heard = () => {
      clearTimeout(silence);
      if (!options.silenceMs) return;
      silence = setTimeout(() => {
        output += `\nno sign of life for ${String(options.silenceMs)} ms`;
        child.kill('SIGKILL');
      }, options.silenceMs);
    };
    const listen = (chunk: Buffer) => {
      heard();
      const text = chunk.toString();
      output += text;
      for (const line of text.split(/[\r\n]+/)) if (line.trim()) options.onLine?.(line.trimEnd());
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    heard();
    child.on('error', (error) => {
      clearTimeout(silence);
      resolve({ code: null, signal: null, output: output + error.message });
    });
    child.on('close', (code, signal) => {
      clearTimeout(silence);
      resolve({ code, signal, output });
    });
  });
}
