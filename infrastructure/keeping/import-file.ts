import type { Db } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/domain/shared/actor';
import { CommandId, MemberId } from '@/domain/shared/ids';
import type { Recorded } from '@/domain/shared/stream';
import type { RoomlogEventStore } from '../event-store/create-event-store';
import { importEvents } from '../event-store/import-events';
import { SetupProblem } from '../setup-problem';
import { checkImport, type CheckOptions } from './check-import';
import { eventsIn } from './imported-file';
import { removeSeedMark } from './seed-mark';

/** Which export to import, and into what. */
export type ImportOptions = Omit<CheckOptions, 'storage' | 'sealing'> & {
  readonly store: Pick<RoomlogEventStore, 'execute' | 'sealing' | 'storage'>;
  /** The database of the store. */
  readonly db: Db;
};

/** What came of an import. */
export type Imported = {
  readonly streams: number;
  readonly events: number;
  /** How many of them were there already. */
  readonly present: number;
  /** How many hold text of persons who were forgotten here: nobody will ever read it. */
  readonly forgotten: number;
};

const atOnce = 500;
/** Atomic writes handed to the lane at once; it takes them as one group. */
const writesAtOnce = 100;

/**
 * Imports an export: appends what is not there yet, through the lane, with the data, metadata and
 * hashes the events were recorded with; what was written together is written together. The same file
 * twice changes nothing; broken off, it goes on where it was. Keys of persons do not come along and
 * none are made: personal text stays sealed, and who was forgotten here stays so.
 *
 * Throws SetupProblem, with nothing imported, for a file that is not whole, a broken chain, a type
 * that is not known, and streams that are there with other events, which it names; and when a stream
 * grew meanwhile or the database could not be reached, with what came before imported.
 */
export const importFile = async (options: ImportOptions): Promise<Imported> => {
  const { store, db, file, progress } = options;
  const { storage, sealing } = store;
  const { header, there, forgotten } = await checkImport({ ...options, storage, sealing });
  await removeSeedMark(db);
  const isThere = ({ metadata }: Recorded) =>
    metadata.streamPosition <= (there.get(metadata.streamName) ?? 0);
  let [done, present] = [0, 0];
  let waiting: (readonly Recorded[])[] = [];
  for await (const write of writesIn(file)) {
    const missing = write.filter((event) => !isThere(event));
    present += write.length - missing.length;
    done += write.length;
    if (missing.length > 0) waiting.push(missing);
    if (waiting.length === writesAtOnce) {
      await appendAll(store, waiting);
      waiting = [];
    }
    if (waiting.length === 0) progress('Importing events', done, header.events);
  }
  await appendAll(store, waiting);
  progress('Importing events', done, header.events);
  return { streams: there.size, events: done, present, forgotten };
};

/** The events of a file, those of one atomic write together. */
async function* writesIn(file: string): AsyncGenerator<readonly Recorded[]> {
  let write: Recorded[] = [];
  for await (const lines of eventsIn(file, atOnce)) {
    for (const { event } of lines) {
      if (write.length > 0 && write[0]?.metadata.commit.id !== event.metadata.commit.id) {
        yield write;
        write = [];
      }
      write.push(event);
    }
  }
  if (write.length > 0) yield write;
}

/** Who sends the command; the events keep the actor they have. */
const importer: Actor = { id: MemberId.of('import'), role: 'manager' };

const appendAll = async (
  { execute }: Pick<RoomlogEventStore, 'execute'>,
  writes: readonly (readonly Recorded[])[],
) => {
  const outcomes = await Promise.allSettled(
    writes.map((events) => {
      const command = { type: 'ImportEvents', commandId: CommandId.of(uuidv7()), events } as const;
      return execute(importEvents, command, { actor: importer });
    }),
  );
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw notAll(messageOf(outcome.reason));
    if (outcome.value.status === 'refused') throw notAll(outcome.value.refusal.code);
  }
};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const notAll = (reason: string) =>
  new SetupProblem(
    `Not everything was imported: ${reason}. Begin again with the same file: it goes on where it was.`,
  );
