import type { Document, Timestamp } from 'mongodb';
import { rename, stat } from 'node:fs/promises';
import type { Recorded } from '@/domain/shared/stream';
import { byDecision } from '../event-log/commit-stamps';
import type { EventLog } from '../event-log/open-log';
import { assertCurrentFormat } from '../event-store/store-format';
import { aggregateAt, clockOf } from '../mongodb/read-at';
import { SetupProblem } from '../setup-problem';
import { exportLine, type ExportHeader } from './event-lines';
import { knownFormat } from './known-format';
import { writePlainLines } from './line-file';
import { mergeSorted } from './merge-sorted';
import { atOneMoment } from './one-moment';
import type { Progress } from './progress';

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
};

/**
 * Exports whole streams as they are at one moment: a header, then a line of JSON for each event as
 * it is stored, personal text sealed. By commit stamp, so no effect stands before its cause, and what
 * was written together stands together. MongoDB sorts them: memory does not grow with the store. The
 * file has its name once it is whole; broken off, an export is begun again.
 *
 * Throws SetupProblem, with the way out, for a file that is there, no streams or those of another version, an
 * event that Roomlog did not write, and when it takes longer than MongoDB keeps its past.
 */
export const exportFile = async (options: ExportOptions): Promise<ExportHeader> => {
  const { log, file, historySeconds, streamTypes } = options;
  assertCurrentFormat(await knownFormat(log));
  if (await stat(file).catch(() => undefined)) throw isThere(file);
  const unfinished = `${file}.unfinished`;
  const header = await atOneMoment(log, historySeconds, async (at) => {
    const first: ExportHeader = {
      format: 'roomlog-export',
      version: 1,
      takenAt: clockOf(at).toISOString(),
      streamTypes: [...streamTypes],
      ...(await countAt(options, at)),
    };
    await writePlainLines(unfinished, linesOf(options, at, first));
    return first;
  });
  await rename(unfinished, file);
  return header;
};

const isThere = (file: string) =>
  new SetupProblem(`${file} is there already. Name another file for the export.`);

const countAt = async ({ log, streamTypes }: ExportOptions, at: Timestamp) => {
  const sums = { streams: { $sum: 1 }, events: { $sum: '$metadata.streamPosition' } };
  const pipeline = [ofTypes(streamTypes), { $group: { _id: null, ...sums } }];
  let [streams, events] = [0, 0];
  for (const collection of log.streams.collections) {
    for await (const found of aggregateAt<Counts>(log.client, collection, at, pipeline)) {
      streams += found.streams;
      events += found.events;
    }
  }
  return { streams, events };
};

type Counts = Pick<ExportHeader, 'streams' | 'events'>;

async function* linesOf(
  { log, streamTypes, progress }: ExportOptions,
  at: Timestamp,
  header: ExportHeader,
): AsyncGenerator<string> {
  yield exportLine(header);
  const events = log.streams.collections.map((collection) =>
    aggregateAt<Recorded>(log.client, collection, at, [ofTypes(streamTypes), ...eventsByStamp]),
  );
  let done = 0;
  for await (const event of mergeSorted(events, byDecision)) {
    assertChained(event);
    yield exportLine(event);
    progress('Exporting events', (done += 1), header.events);
  }
  // MongoDB reads a collection that was dropped meanwhile as an empty one, without a word.
  if (done !== header.events) throw new Error(`Of ${header.events} events only ${done} were read`);
}

const ofTypes = (streamTypes: readonly string[]): Document => ({
  $match: { 'metadata.streamType': { $in: [...streamTypes] } },
});

const eventsByStamp: readonly Document[] = [
  { $project: { messages: 1 } },
  { $unwind: '$messages' },
  { $replaceRoot: { newRoot: '$messages' } },
  { $sort: { 'metadata.commit.at': 1, 'metadata.commit.id': 1, 'metadata.commit.index': 1 } },
];

const assertChained = ({ metadata }: Recorded) => {
  if (metadata.hash !== undefined) return;
  throw new SetupProblem(
    `Event ${metadata.streamPosition} of ${metadata.streamName} has no hash, so nobody could prove what ` +
      'it was: Roomlog did not write it. Export other types of streams: --type.',
  );
};
