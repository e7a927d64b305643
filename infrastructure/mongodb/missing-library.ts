import { runProgram } from './run-program';

/** Debian packages that hold the libraries a mongod needs beside the C library. */
const PACKAGES: Readonly<Record<string, string>> = {
  'libcurl.so.4': 'libcurl4',
  'libssl.so.3': 'libssl3',
  'libcrypto.so.3': 'libssl3',
};

/**
 * The Debian package a program lacks, read from what the loader said.
 *
 * @example missingPackage('mongod: error while loading shared libraries: libcurl.so.4: cannot open…') // 'libcurl4'
 */
export function missingPackage(loaderOutput: string): string | undefined {
  const library = /loading shared libraries: (\S+?):/.exec(loaderOutput)?.[1];
  return library ? PACKAGES[library] : undefined;
}

/**
 * Installs Debian packages where that is possible without asking: as root, with apt-get.
 *
 * @returns whether they are installed now
 */
export async function installPackages(
  packages: readonly string[],
  say: (line: string) => void,
): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if ((await runProgram('apt-get', ['--version'])).code !== 0) return false;
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if ((await runProgram('apt-get', install, { env })).code === 0) return true;
  await runProgram('apt-get', ['update', '-qq'], { env });
  const result = await runProgram('apt-get', install, { env });
  if (result.code !== 0) say(`apt-get could not: ${result.output.trim().split('\n').at(-1) ?? ''}`);
  return result.code === 0;
}
