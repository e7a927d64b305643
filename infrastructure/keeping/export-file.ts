import { rename, stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Recorded } from '@/domain/shared/stream';
import type { EventLog } from '../event-log/open-log';
import { assertCurrentFormat } from '../event-store/store-format';
import { clockOf } from '../mongodb/read-at';
import { SetupProblem } from '../setup-problem';
import { exportLine, headerSchema, type ExportHeader } from './event-lines';
import { countExported, exportedEvents, stampKey, type Exported } from './exported-events';
import { growFile, isWritten, nothingWritten, written } from './growing-file';
import { knownFormat } from './known-format';
import { lineBatches } from './line-batches';
import { atOneMoment, type Moment } from './one-moment';
import type { Progress, Say } from './progress';
import { noteAt } from './unfinished';

/** What to export, and where to. */
export type ExportOptions = {
  /** The log, and with it the streams it orders. */
  readonly log: EventLog;
  readonly streamTypes: readonly string[];
  /** A path at which nothing is yet. */
  readonly file: string;
  /** How much of its past the server should keep meanwhile; as it is set when undefined. */
  readonly historySeconds: number | undefined;
  readonly progress: Progress;
  readonly say: Say;
};

const exportedPart = z.strictObject({
  /** The first line; null while it is not known. */
  header: headerSchema.nullable(),
  file: written,
  /** The place of the last event in the file; null for none. */
  after: z.tuple([z.number(), z.string(), z.number()]).readonly().nullable(),
});

/** How far an export is. */
type ExportedPart = z.infer<typeof exportedPart>;

/**
 * Exports whole streams as they are at one moment: a header, then a line of JSON for each event as
 * it is stored, personal text sealed. By commit stamp, so no effect stands before its cause, and what
 * was written together stands together. MongoDB sorts them: memory does not grow with the store. The
 * file has its name once it is whole. Broken off, it goes on at the same moment as long as MongoDB keeps
 * it; else it is begun anew. A connection that is lost meanwhile is waited for.
 *
 * Throws SetupProblem, with the way out, for a file that is there, no streams or those of another version, an
 * event that Roomlog did not write, and when it takes longer than MongoDB keeps its past.
 */
export const exportFile = async (options: ExportOptions): Promise<ExportHeader> => {
  const { log, file, streamTypes } = options;
  assertCurrentFormat(await knownFormat(log));
  if (await stat(file).catch(() => undefined)) throw isThere(file);
  const unfinished = `${file}.unfinished`;
  const note = noteAt(`${unfinished}.json`, exportedPart);
  const reading = {
    ...options,
    note,
    nothingDone: { header: null, file: nothingWritten, after: null },
    isThere: async ({ header, file: its }: ExportedPart) =>
      isDeepStrictEqual(header?.streamTypes ?? streamTypes, streamTypes) &&
      (await isWritten(unfinished, its)),
  };
  const header = await atOneMoment(log, reading, async (moment) => {
    const first = moment.done.header ?? (await headerOf({ log, streamTypes, at: moment.at }));
    await writeEvents(options, unfinished, first, moment);
    return first;
  });
  await rename(unfinished, file);
  await note.remove();
  return header;
};

const isThere = (file: string) =>
  new SetupProblem(`${file} is there already. Name another file for the export.`);

const headerOf = async (exported: Exported): Promise<ExportHeader> => ({
  format: 'roomlog-export',
  version: 1,
  takenAt: clockOf(exported.at).toISOString(),
  streamTypes: [...exported.streamTypes],
  ...(await countExported(exported)),
});

const writeEvents = async (
  { log, streamTypes, progress }: ExportOptions,
  path: string,
  header: ExportHeader,
  { at, done, noted }: Moment<ExportedPart>,
) => {
  let { file: its, after } = done;
  const events = () => Math.max(0, its.lines - 1);
  const tell = () => {
    progress('Exporting events', events(), header.events);
  };
  const file = await growFile(path, 'plain', its);
  try {
    if (its.lines === 0) its = await file.append([exportLine(header)]);
    tell();
    const left = exportedEvents({ log, streamTypes, at }, after ?? undefined);
    for await (const batch of lineBatches(linesOf(left))) {
      its = await file.append(batch.map(({ line }) => line));
      after = batch.at(-1)?.after ?? null;
      await noted({ header, file: its, after });
      tell();
    }
  } finally {
    await file.close();
  }
  // MongoDB reads a collection that was dropped meanwhile as an empty one, without a word.
  if (events() !== header.events) {
    throw new Error(`Of ${header.events} events only ${events()} were read`);
  }
};

async function* linesOf(events: AsyncIterable<Recorded>) {
  for await (const event of events) {
    assertChained(event);
    yield { line: exportLine(event), after: stampKey(event) };
  }
}

const assertChained = ({ metadata }: Recorded) => {
  if (metadata.hash !== undefined) return;
  throw new SetupProblem(
    `Event ${metadata.streamPosition} of ${metadata.streamName} has no hash, so nobody could prove what ` +
      'it was: Roomlog did not write it. Export other types of streams: --type.',
  );
};
