import type { Collection, Document } from 'mongodb';
import type { LogEntry } from '@/infrastructure/event-log/log-documents';
import { compare, interleave } from '../interleave';
import type { Bench, Measured, Measurement } from '../measurement';
import { timed } from '../statistics';
import { syntheticLog } from '../synthetic-log';

const size = 20_000;
const batchSize = 1000;
const insertedAtOnce = 500;
const databaseName = 'bench_entry_shape';

/** A document for each event, as the log has it, against one for each commit of two events. */
export const entryShape: Measurement = {
  name: 'entry-shape',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const { entries, db } = await syntheticLog(bench, databaseName, size);
    const events = await entries.find().sort({ _id: 1 }).toArray();
    const commits = commitsOf(events);
    const byCommit = db.collection('by_commit');
    await byCommit.createIndex({ 'entries.event.type': 1, _id: 1 });
    await insertAll(byCommit, commits);
    const [freshEvents, freshCommits] = [db.collection('events'), db.collection('commits')];
    const ofType = 'RoomReserved';
    const read = {
      events: () => timed(() => counted(entries.find(), size)),
      commits: () => timed(() => counted(byCommit.find(), commits.length)),
      typed: () => timed(() => counted(entries.find({ 'event.type': ofType }), size / 2)),
      typedCommits: () =>
        timed(() => counted(byCommit.find({ 'entries.event.type': ofType }), size / 2)),
      written: () => writeTime(freshEvents, events),
      writtenCommits: () => writeTime(freshCommits, commits),
    };
    const figures = await interleave(read, { rounds: 9, warmUps: 1, seconds: 60 });
    const line = (name: string, ours: readonly number[], other: readonly number[]) => ({
      name: `${name}, a document an event against one a commit`,
      unit: 'ms',
      ...compare(ours, other),
    });
    return [
      line(`Reading ${size} events`, figures.events, figures.commits),
      line('Reading those of one type', figures.typed, figures.typedCommits),
      line(`Writing ${size} events`, figures.written, figures.writtenCommits),
    ];
  },
};

/** The entries of each atomic write in one document, as the log could have been. */
const commitsOf = (entries: readonly LogEntry[]): readonly Document[] => {
  const commits = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const { id } = entry.event.metadata.commit;
    commits.set(id, [...(commits.get(id) ?? []), entry]);
  }
  return [...commits.values()].map((together) => ({
    _id: together[0]?._id ?? 0,
    entries: together,
  }));
};

const counted = async (cursor: ReturnType<Collection['find']>, expected: number) => {
  let read = 0;
  for await (const { _id } of cursor.sort({ _id: 1 }).batchSize(batchSize)) if (_id) read += 1;
  if (read !== expected) throw new Error(`${read} of ${expected} documents were read`);
};

const writeTime = async (into: Collection, documents: readonly Document[]) => {
  await into.drop().catch(() => false);
  return timed(() => insertAll(into, documents));
};

const insertAll = async (into: Collection, documents: readonly Document[]) => {
  for (let from = 0; from < documents.length; from += insertedAtOnce) {
    const part = documents.slice(from, from + insertedAtOnce);
    await into.insertMany(part, { writeConcern: { w: 'majority', journal: true } });
  }
};
