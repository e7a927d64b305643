import { join } from 'node:path';
import type { LogState } from '../event-log/log-documents';
import type { EventLog } from '../event-log/open-log';
import { clockOf, readAt } from '../mongodb/read-at';
import { placesOf, type RowsPlace } from '../read-models/rows-of';
import { contentsOf } from './backup-contents';
import { areKept, prepareFolder, type KeptParts } from './backup-folder';
import { checkSums } from './check-sums';
import { keepPart, type KeptPart } from './keep-part';
import { knownFormat } from './known-format';
import { fileNames, partsInOrder, writeManifest, type Manifest, type Part } from './manifest';
import { atOneMoment, type Moment } from './one-moment';
import type { Progress, Say } from './progress';

/** What to keep, and where. */
export type BackupOptions = {
  /** The log, and with it the streams it orders. */
  readonly log: EventLog;
  readonly folder: string;
  /** How much of its past the server should keep meanwhile; as it is set when undefined. */
  readonly historySeconds: number | undefined;
  readonly progress: Progress;
  readonly say: Say;
};

/**
 * Keeps a whole store in a folder, as it is at one moment, while others go on writing: streams, the
 * log with its positions, checkpoints, parked events, and, in a file of their own, the keys of
 * persons. Rows of read models stay out: they are made again from the log, and some hold personal
 * text in plain. The manifest is written last. Broken off, the same folder goes on at the same moment
 * as long as MongoDB keeps it, and comes out as if it had not been; then it is begun anew. A connection
 * that is lost meanwhile is waited for.
 *
 * Throws SetupProblem, with the way out, for a folder that holds something else, a database without
 * streams or with those of a newer version, and when it takes longer than MongoDB keeps its past.
 */
export const backup = async (options: BackupOptions): Promise<Manifest> => {
  const { log, folder } = options;
  const storeFormat = await knownFormat(log);
  const note = await prepareFolder(folder);
  const isThere = (kept: KeptParts) => areKept(folder, kept);
  const reading = { ...options, note, nothingDone: {}, isThere };
  const manifest = await atOneMoment(log, reading, async (moment) => ({
    format: 'roomlog-backup' as const,
    version: 1 as const,
    takenAt: clockOf(moment.at).toISOString(),
    database: log.db.databaseName,
    storeFormat,
    streamTypes: log.streams.collections.flatMap(log.streams.typesIn),
    ...(await writeParts(options, moment)),
  }));
  await checkSums(folder, manifest, join(folder, fileNames.keys), options.progress);
  await writeManifest(folder, manifest);
  await note.remove();
  return manifest;
};

type Contents = Pick<Manifest, 'streams' | 'events' | 'log' | 'rebuilt' | 'files'>;

const writeParts = async (
  options: BackupOptions,
  { at, done, noted }: Moment<KeptParts>,
): Promise<Contents> => {
  const { client, db, states } = options.log;
  const state = await first(readAt<LogState>(client, states, at, {}));
  const rebuilt: string[] = [];
  for await (const { _id } of readAt<RowsPlace>(client, placesOf(db), at, {})) rebuilt.push(_id);
  const position = state?.position ?? 0;
  const contents = await contentsOf(options.log, at, position, rebuilt);
  let kept = done;
  for (const part of partsInOrder) {
    const note = (its: KeptPart) => noted((kept = { ...kept, [part]: its }));
    await keepPart(options, part, contents[part], kept[part], note);
  }
  const [streams, entries] = [keptOf(kept, 'streams'), keptOf(kept, 'log')];
  assertWhole(entries.lines, streams.events, position);
  return {
    streams: streams.lines,
    events: streams.events,
    log: state ? logEnd(state) : null,
    rebuilt,
    files: filesOf(kept),
  };
};

const keptOf = (kept: KeptParts, part: Part): KeptPart => {
  const its = kept[part];
  if (!its?.whole) throw new Error(`The ${part} were not kept`);
  return its;
};

const filesOf = (kept: KeptParts): Manifest['files'] => {
  const file = (part: Part) => {
    const { lines, bytes, sha256 } = keptOf(kept, part);
    return { name: fileNames[part], documents: lines, bytes, sha256 };
  };
  return {
    streams: file('streams'),
    log: file('log'),
    checkpoints: file('checkpoints'),
    parked: file('parked'),
    tombstones: file('tombstones'),
    keys: file('keys'),
  };
};

const logEnd = (state: LogState) => ({
  generation: state.generation,
  position: state.position,
  headHash: state.headHash,
  reached: state.reached,
  mostBehindMs: state.mostBehindMs,
  restoredFrom: [...(state.restoredFrom ?? [])],
});

const first = async <T>(found: AsyncIterable<T>): Promise<T | undefined> => {
  for await (const one of found) return one;
  return undefined;
};

/** MongoDB reads a collection that was dropped meanwhile as an empty one, without a word. */
const assertWhole = (entries: number, events: number, position: number) => {
  if (entries === position && events >= position) return;
  throw new Error(
    `The log stands at ${position}, but ${entries} entries and ${events} events were read: somebody ` +
      'removed them meanwhile',
  );
};
