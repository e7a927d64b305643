import { access, readdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { realpath } from 'node:fs/promises';
import { installPackages } from '@/infrastructure/mongodb/missing-library';

const debianFolder = '/usr/lib/postgresql';

/**
 * The folder of initdb and postgres: from PATH, else where Debian keeps them, else after installing
 * them where that is possible without asking (as root, with apt-get). Undefined when there is none.
 */
export const findPostgres = async (say: (line: string) => void): Promise<string | undefined> => {
  const found = await present();
  if (found) return found;
  return (await installPackages(['postgresql'], say)) ? present() : undefined;
};

const present = async (): Promise<string | undefined> => {
  for (const folder of [...onPath(), ...(await debianFolders())]) {
    // What is on PATH may be a link into the folder where the rest is.
    const initdb = await realpath(join(folder, 'initdb')).catch(() => undefined);
    if (initdb && (await exists(join(dirname(initdb), 'postgres')))) return dirname(initdb);
  }
  return undefined;
};

const onPath = () => (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');

/** The newest version first. */
const debianFolders = async () => {
  const versions = await readdir(debianFolder).catch(() => []);
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin'));
};

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
