import { readFile } from 'node:fs/promises';

import { runProgram } from '@/infrastructure/mongodb/run-program';

/**
 * The processes whose end is ours too: the one that started this, and npm, when it started this by
 * way of a shell. npm does not hand signals down, and cannot when it is killed.
 */
export async function parentProcesses(): Promise<number[]> {
  const parent = process.ppid;
  const { name, parent: grandparent } = await describe(parent);
  const byShell = grandparent > 1 && !isNpm(name) && isNpm((await describe(grandparent)).name);
  return byShell ? [parent, grandparent] : [parent];
}

const isNpm = (name: string) => /^(npm|node)/.test(name);

/** The name of a process, and who started it. */
async function describe(pid: number): Promise<{ name: string; parent: number }> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => undefined);
  if (stat !== undefined) return readStat(stat);
  const { output } = await runProgram('ps', ['-o', 'ppid=,comm=', '-p', String(pid)]);
  const [parent, ...name] = output.trim().split(/\s+/);
  return { name: name.join(' ').split('/').at(-1) ?? '', parent: Number(parent) || 0 };
}

/**
 * Reads Linux's description of a process.
 *
 * @example readStat('7 (npm start) S 5 …') // { name: 'npm start', parent: 5 }
 */
export function readStat(stat: string): { name: string; parent: number } {
  const end = stat.lastIndexOf(')');
  const name = stat.slice(stat.indexOf('(') + 1, end);
  return {
    name,
    parent: Number(
      stat
        .slice(end + 1)
        .trim()
        .split(' ')[1],
    ),
  };
}
