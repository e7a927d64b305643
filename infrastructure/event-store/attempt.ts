import { MongoError, MongoWriteConcernError, type Collection, type MongoClient } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { appendGroup } from './append';
import type { Clock } from './clock';
import { failureOf, PositionMoved, WriteInDoubt } from './conflicts';
import { contextOf, decideJob } from './decide';
import { Group } from './group';
import { growthOf, newDocument, asDecidedOn } from './grown-document';
import type { Job } from './job';
import { KeptRefusals, noneKept, type RefusalCounts } from './kept-refusals';
import type { LoadingFrom } from './load';
import type { AttemptObserver, StoreObserver } from './observer';
import type { Outcome } from './outcome';
import { Overlay } from './overlay';
import { collect, flat, namedNext, nothingRead, type ReadSet } from './read-set';
import { readingAlone, readingInSnapshot } from './reading';
import type { StreamDocument } from './stream-document';
import type { StreamEntry } from './stream-entry';
import { inSnapshot } from './transaction';

/** What an attempt needs of the store. */
export type StoreParts = {
  readonly client: MongoClient;
  readonly from: LoadingFrom;
  readonly refusalCounts: RefusalCounts;
  readonly clock: Clock;
  readonly observer: StoreObserver;
};

/** How one job of a group ended: an outcome for its sender, or the error it threw. */
export type Ended = { readonly outcome: Outcome } | { readonly error: unknown };

/** Thrown where several commands together touch more streams than one transaction should. */
class GroupTooLarge extends Error {}

/** Loads, decides, appends and commits a group of commands in one snapshot transaction. */
export const attemptGroup = async (
  store: StoreParts,
  jobs: readonly Job[],
  { deadline, mostStreams }: { readonly deadline: number; readonly mostStreams: number },
  { step, committed }: AttemptObserver,
): Promise<readonly Ended[]> => {
  step('load');
  const { ended, streams } = await inSnapshot(store.client, deadline, async (session) => {
    const overlay = new Overlay(store.from, readingInSnapshot(session));
    const keptRefusals = new KeptRefusals(store.refusalCounts, session);
    const group = new Group(overlay, keptRefusals, store.clock());
    const ahead = await loadAhead(group, jobs);
    if (jobs.length > 1 && overlay.size > mostStreams) throw new GroupTooLarge();
    step('decide');
    const ended: Ended[] = [];
    for (const job of jobs) ended.push(await endOf(group, job, ahead.get(job)));
    step('append');
    await appendGroup(store.client, group, session);
    await keptRefusals.write();
    step('commit');
    return { ended, streams: [...overlay.entries] };
  });
  committed(streams);
  return ended;
};

/**
 * Decides and writes a command that reads and grows its home only, without a transaction.
 * Throws when its definition says so and it is not true.
 */
export const attemptAlone = async (
  store: StoreParts,
  job: Job,
  { step, committed }: AttemptObserver,
): Promise<Outcome> => {
  step('decide');
  const group = new Group(new Overlay(store.from, readingAlone), noneKept, store.clock());
  const home = job.definition.home(job.command);
  const outcome = await decideJob(group, job);
  if (group.overlay.size > 1 || group.guards) throw new Error(`${job.command.type} is not alone`);
  const entry = group.overlay.entry(home);
  if (entry.newEvents.length > 0) {
    step('append');
    await writeAlone(store.from.storage.collectionOf(home.type), entry);
  }
  committed([...group.overlay.entries]);
  return outcome;
};

const majority = { writeConcern: { w: 'majority', journal: true } } as const;

const writeAlone = async (collection: Collection<StreamDocument>, entry: StreamEntry) => {
  const write = { id: uuidv7(), streams: 1 };
  try {
    if (entry.storedPosition === 0) {
      await collection.insertOne(newDocument(entry, write), majority);
      return;
    }
    const result = await collection.updateOne(asDecidedOn(entry), growthOf(entry, write), majority);
    if (result.matchedCount !== 1) throw new PositionMoved(collection.namespace);
  } catch (error) {
    const unsure = failureOf(error) === 'transient' || error instanceof MongoWriteConcernError;
    throw unsure ? new WriteInDoubt({ cause: error }) : error;
  }
};

const endOf = async (group: Group, job: Job, ahead: ReadSet | undefined): Promise<Ended> => {
  try {
    return { outcome: await decideJob(group, job, ahead) };
  } catch (error) {
    // What the database throws concerns the whole group; everything else this command alone.
    if (error instanceof MongoError) throw error;
    return { error };
  }
};

/**
 * Loads what the whole group names, step by step, so that a find serves all its commands. Gives what
 * each has read; a command that throws meanwhile has nothing.
 */
const loadAhead = async (
  group: Group,
  jobs: readonly Job[],
): Promise<ReadonlyMap<Job, ReadSet>> => {
  const { overlay } = group;
  const ahead = new Map<Job, ReadSet>();
  await overlay.load(jobs.map(homeOf));
  let reading = jobs.map((job) => ({ job, read: nothingRead }));
  while (reading.length > 0) {
    const steps = reading.flatMap(({ job, read }) => nextStep(group, job, read));
    await overlay.load(steps.flatMap(({ named }) => flat(named)));
    const collected = steps.map(({ job, named, read }) => ({
      job,
      read: collect(overlay, homeOf(job), named, read),
    }));
    for (const { job, read } of collected) if (read.complete) ahead.set(job, read);
    reading = collected.filter(({ read }) => !read.complete);
  }
  return ahead;
};

const homeOf = ({ definition, command }: Job) => definition.home(command);

const nextStep = (group: Group, job: Job, read: ReadSet) => {
  try {
    const named = namedNext(job.definition, job.command, contextOf(group, job), read);
    return [{ job, read, named }];
  } catch {
    return []; // It will throw again when its turn to decide comes, and fail alone.
  }
};
