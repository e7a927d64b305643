import { join } from 'node:path';

import { fileNames } from '@/infrastructure/keeping/manifest';
import { restore } from '@/infrastructure/keeping/restore';
import { makeQueryIndexes } from '@/infrastructure/queries/indexes';
import { fromCaller, onePath, readArguments, wrongUse } from './process/arguments';
import { withLog } from './process/with-log';

const USAGE = `Usage: npm run restore -- <folder> [--keys <file> | --without-keys] [--tombstones <file>]
  <folder>        a backup
  --keys          the keys of persons, when they are not in that folder
  --without-keys  leaves them out: nobody can ever read the personal texts of this copy
  --tombstones    tombstones.ndjson.gz of a newer backup: who was forgotten since stays forgotten`;

const OPTIONS = {
  keys: { type: 'string' },
  'without-keys': { type: 'boolean' },
  tombstones: { type: 'string' },
} as const;

/** `npm run restore -- <folder>`: brings a backup back into an empty database. */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE, OPTIONS);
  const folder = onePath(positionals, USAGE);
  const { keys, tombstones } = values;
  const withoutKeys = values['without-keys'] ?? false;
  if (withoutKeys && keys !== undefined) throw wrongUse('With keys, or without?', USAGE);
  const keysFile = keys === undefined ? join(folder, fileNames.keys) : fromCaller(keys);
  const brokenOff = 'Broken off: this database cannot be used yet. The same command goes on.';
  await withLog('npm run restore', brokenOff, async (opened) => {
    const restored = await restore({
      ...opened,
      folder,
      keysFile: withoutKeys ? undefined : keysFile,
      tombstonesFile: tombstones === undefined ? undefined : fromCaller(tombstones),
    });
    await makeQueryIndexes(opened.log.streams);
    const { events, streams, takenAt, rebuilt } = restored;
    return [
      `Restored as of ${takenAt}: ${String(events)} events in ${String(streams)} streams.`,
      ...(rebuilt.length > 0
        ? [`The app builds these read models anew when it starts: ${rebuilt.join(', ')}.`]
        : []),
    ];
  });
}
