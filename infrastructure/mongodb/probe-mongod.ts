import { installPackages, missingPackage } from './missing-library';
import { parseMongodVersion, type MongodVersion } from './mongod-version';
import { runProgram } from './run-program';

/** What `mongod --version` told: it works, or why it does not and what would help. */
export type Probe =
  | { readonly works: true; readonly version: MongodVersion }
  | { readonly works: false; readonly reason: string };

/** Reads the result of `mongod --version`. */
export function readProbe(result: {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}): Probe {
  const version = parseMongodVersion(result.output);
  if (result.code === 0 && version) return { works: true, version };
  if (result.signal === 'SIGILL') {
    return {
      works: false,
      reason: 'this processor has no AVX instructions, which MongoDB 5 and later need',
    };
  }
  const lacking = missingPackage(result.output);
  if (lacking) {
    return {
      works: false,
      reason: `a library is missing: install it with "apt-get install ${lacking}"`,
    };
  }
  return { works: false, reason: result.output.trim().split('\n')[0] ?? 'it does not run' };
}

/**
 * Tries whether a mongod runs on this machine; where a library is missing and we may install it,
 * installs it and tries again.
 */
export async function probeMongod(path: string, say: (line: string) => void): Promise<Probe> {
  const first = await runProgram(path, ['--version']);
  const lacking = first.code === 0 ? undefined : missingPackage(first.output);
  if (!lacking || !(await installPackages([lacking], say))) return readProbe(first);
  return readProbe(await runProgram(path, ['--version']));
}
