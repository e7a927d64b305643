import type { Collection } from 'mongodb';
import { assertKnown, assertNext } from '../event-store/import-events';
import type { StreamEnd } from '../event-store/event-metadata';
import type { Sealing } from '../event-store/sealing';
import type { StateProjection } from '../event-store/state-projection';
import type { Storage } from '../event-store/storage';
import { parseStreamName, type StreamDocument } from '../event-store/stream-document';
import { SetupProblem } from '../setup-problem';
import { atLine, eventsIn, headerIn } from './imported-file';
import type { ExportHeader } from './event-lines';
import { ForgottenPersons } from './forgotten-persons';
import type { Progress } from './progress';

/** What a file is checked against. */
export type CheckOptions = {
  readonly file: string;
  readonly storage: Storage;
  readonly sealing: Pick<Sealing, 'forgotten'>;
  readonly projectionOf: (streamType: string) => StateProjection;
  readonly progress: Progress;
};

/** A file that may be imported. */
export type CheckedFile = {
  readonly header: ExportHeader;
  /** Position of each stream of the file that is there already. */
  readonly there: ReadonlyMap<string, number>;
  /** How many of its events hold text of persons who were forgotten here. */
  readonly forgotten: number;
};

/** A stream as far as the file was read, and as the database has it. */
type Stream = { inFile: StreamEnd; readonly there: StreamEnd };

const atOnce = 500;
const beginning: StreamEnd = { position: 0, lastHash: null };
const namedAtMost = 10;

/**
 * Reads a whole export before anything of it is imported: each stream from its first event on, every
 * link of its chain, types and versions that are known. A stream that is there must have the same
 * events, as far as both go. Memory grows with the number of streams, not of events.
 *
 * Throws SetupProblem, which names the line or the streams.
 */
export const checkImport = async (options: CheckOptions): Promise<CheckedFile> => {
  const { file, storage, sealing, projectionOf, progress } = options;
  const header = await headerIn(file);
  const streams = new Map<string, Stream>();
  const differing: string[] = [];
  const persons = new ForgottenPersons(sealing);
  let [events, forgotten] = [0, 0];
  for await (const lines of eventsIn(file, atOnce)) {
    const unknown = lines.flatMap(({ event, line }) => {
      const { streamName } = event.metadata;
      if (streams.has(streamName)) return [];
      return [[streamName, atLine(line, () => collectionOf(storage, streamName))] as const];
    });
    await lookUp(streams, unknown);
    for (const { event, line } of lines) {
      const { streamName, streamPosition, hash = null } = event.metadata;
      const stream = streams.get(streamName) ?? notThere();
      atLine(line, () => {
        assertNext(event, stream.inFile);
        assertKnown(event, projectionOf(parseStreamName(streamName).type));
      });
      stream.inFile = { position: streamPosition, lastHash: hash };
      if (streamPosition === stream.there.position && hash !== stream.there.lastHash) {
        differing.push(streamName);
      }
    }
    forgotten += await persons.countIn(lines.map(({ event }) => event));
    progress('Checking events', (events += lines.length), header.events);
  }
  if (events !== header.events) throw cutShort(events, header);
  differing.push(...(await differingBefore(storage, streams)));
  if (differing.length > 0) throw differ(differing);
  const there = [...streams].map(([name, stream]) => [name, stream.there.position] as const);
  return { header, there: new Map(there), forgotten };
};

const notThere = (): Stream => ({ inFile: beginning, there: beginning });

const collectionOf = (storage: Storage, streamName: string) =>
  storage.collectionOf(parseStreamName(streamName).type);

/** Finds where streams stand in the database. */
const lookUp = async (
  streams: Map<string, Stream>,
  unknown: readonly (readonly [string, Collection<StreamDocument>])[],
) => {
  const names = new Map<Collection<StreamDocument>, string[]>();
  for (const [streamName, collection] of unknown) {
    streams.set(streamName, notThere());
    names.set(collection, [...(names.get(collection) ?? []), streamName]);
  }
  for (const [collection, $in] of names) {
    const found = collection.find({ streamName: { $in } }, { projection: { messages: 0 } });
    for await (const { streamName, metadata } of found) {
      const position = Number(metadata.streamPosition);
      const there = { position, lastHash: metadata.lastHash ?? null };
      streams.set(streamName, { inFile: beginning, there });
    }
  }
};

/** Streams that go on in the database after their last event in the file, and differ before. */
const differingBefore = async (storage: Storage, streams: ReadonlyMap<string, Stream>) => {
  const differing: string[] = [];
  for (const [streamName, { inFile, there }] of streams) {
    if (inFile.position >= there.position) continue;
    const projection = { messages: { $slice: [inFile.position - 1, 1] } };
    const document = await collectionOf(storage, streamName).findOne(
      { streamName },
      { projection },
    );
    if (document?.messages[0]?.metadata.hash !== inFile.lastHash) differing.push(streamName);
  }
  return differing;
};

const cutShort = (events: number, header: ExportHeader) =>
  new SetupProblem(
    `Nothing was imported: the file holds ${events} events, and its first line says ${header.events}. ` +
      'It was cut short, or put together from several; export again.',
  );

const differ = (streams: readonly string[]) =>
  new SetupProblem(
    `Nothing was imported: ${streams.length} streams are in the database with other events than in the ` +
      `file: ${streams.slice(0, namedAtMost).join(', ')}${streams.length > namedAtMost ? ', …' : ''}. ` +
      'Import into a database without them.',
  );
