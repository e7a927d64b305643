import type { Collection, Db, Document } from 'mongodb';
import { join } from 'node:path';
import { z } from 'zod';
import { makeLog, type EventLog } from '../event-log/open-log';
import { openSubscriptions } from '../event-log/subscription';
import {
  isBeingRestored,
  underRestoreMark,
  type Begun,
  type RestoreMark,
} from '../event-store/restore-mark';
import { makeStreams, type Storage } from '../event-store/storage';
import { currentFormat, setFormat } from '../event-store/store-format';
import { SetupProblem } from '../setup-problem';
import { checkSums } from './check-sums';
import { putBackKeys, readTombstones, tombstonesIn, type Tombstones } from './keys-and-tombstones';
import { readLines, sumOf } from './line-file';
import { manifestName, readManifest, type Manifest, type Part } from './manifest';
import type { Progress, Say } from './progress';
import { putBack, type Placed } from './put-back';
import { restoredLog } from './restored-log';
import { assertEmpty, assertIdle, removeOthers, removeStreams } from './target';

/** Which backup to restore, and into what. */
export type RestoreOptions = {
  /** The log, and with it the streams; neither needs to be there yet. */
  readonly log: EventLog;
  readonly folder: string;
  /** Where the keys of persons are kept; undefined to leave them out for good. */
  readonly keysFile: string | undefined;
  /** A newer list of who was forgotten than the backup has. */
  readonly tombstonesFile: string | undefined;
  readonly progress: Progress;
  readonly say: Say;
};

/**
 * Restores a backup into an empty database: streams with their states, the log with its positions,
 * checkpoints, parked events, keys; whoever has a tombstone in the backup, in the database or in a
 * newer list stays forgotten. Until all is there nobody can use the database; broken off, a restore of
 * the same backup goes on, one of another begins anew. See `restoredLog` for how the log goes on.
 *
 * Throws SetupProblem, with the way out, for a folder without a finished backup or with one of a newer
 * version, files that are not as they were kept, a database that is not empty, and an app that is at work on it.
 */
export const restore = async (options: RestoreOptions): Promise<Manifest> => {
  const { log, folder, keysFile, progress } = options;
  const { db, streams } = log;
  const manifest = await readManifest(folder);
  if (!isKnown(manifest, streams)) throw ofNewerVersion();
  await assertIdle(db);
  if (!(await isBeingRestored(db))) await assertEmpty(log);
  await checkSums(folder, manifest, keysFile, progress);
  const tombstones = await allTombstones(db, options, manifest);
  await underRestoreMark(db, async (mark) => {
    const { backup, ...begun } = await begin(options, mark);
    let { lines } = begun;
    await removeOthers(log);
    await makeStreams(log.client, streams);
    await makeLog(log);
    const { checkpoints, parked } = await openSubscriptions(log);
    const restored = restoredLog(manifest);
    const put = async (part: Part, placeOf: (document: Document) => Placed) => {
      const { name, documents } = manifest.files[part];
      const told = async (done: number) => {
        await mark.noted({ backup, lines: (lines = { ...lines, [part]: done }) });
        progress(`Restoring ${part}`, done, documents);
      };
      await putBack(readLines(join(folder, name)), { placeOf, linesIn: lines[part] ?? 0, told });
    };
    await putBackKeys(db, keysFile, tombstones);
    await put('streams', inItsCollection(streams));
    await put('log', into(log.entries));
    await put('parked', into(parked));
    await put('checkpoints', (kept) => into(checkpoints)(restored.checkpoint(kept)));
    if (!(await isWhole(log, manifest))) {
      await mark.noted(undefined);
      throw notWhole();
    }
    if (restored.state) {
      await log.states.insertOne(restored.state, { writeConcern: { w: 'majority' } });
    }
    await setFormat(db, manifest.storeFormat);
  });
  return manifest;
};

/** Goes on with what is there of the same backup, or makes room for it. */
const begin = async (
  { log, folder, say }: RestoreOptions,
  { left, noted }: RestoreMark,
): Promise<Begun> => {
  const { sha256: backup } = await sumOf(join(folder, manifestName));
  if (left?.backup === backup) {
    say('Goes on where it was broken off.');
    // The others are few, and are put back anew.
    return { backup, lines: { streams: left.lines.streams ?? 0, log: left.lines.log ?? 0 } };
  }
  if (left) say('Begins anew: it was another backup that was broken off.');
  await noted(undefined);
  await removeStreams(log);
  await noted({ backup, lines: {} });
  return { backup, lines: {} };
};

/** Whether as many documents are in as were kept. */
const isWhole = async ({ entries, streams }: EventLog, { files }: Manifest): Promise<boolean> => {
  let there = 0;
  for (const collection of streams.collections) there += await collection.countDocuments();
  return (
    there === files.streams.documents && (await entries.countDocuments()) === files.log.documents
  );
};

const notWhole = () =>
  new SetupProblem(
    'The database does not hold what was put into it: something else wrote there meanwhile. Begin again: ' +
      'it begins anew.',
  );

const isKnown = ({ storeFormat, streamTypes }: Manifest, { collections, typesIn }: Storage) => {
  const known = new Set(collections.flatMap(typesIn));
  return storeFormat <= currentFormat && streamTypes.every((type) => known.has(type));
};

const allTombstones = async (
  db: Db,
  { folder, tombstonesFile }: RestoreOptions,
  { files }: Manifest,
): Promise<Tombstones> => {
  const paths = [join(folder, files.tombstones.name), ...(tombstonesFile ? [tombstonesFile] : [])];
  const all = new Map(await tombstonesIn(db));
  for (const path of paths)
    for (const [person, t] of await readTombstones(path)) all.set(person, t);
  return all;
};

const into =
  (collection: unknown) =>
  (document: Document): Placed => ({ collection: collection as Collection, document });

const stream = z.looseObject({ metadata: z.looseObject({ streamType: z.string() }) });

/** Puts each stream into the collection of its type. */
const inItsCollection = (storage: Storage) => (document: Document) => {
  const { streamType } = stream.parse(document).metadata;
  return into(storage.collectionOf(streamType))(document);
};

const ofNewerVersion = () =>
  new SetupProblem(
    'This backup was made by a newer version of Roomlog. Restore it with that version.',
  );
