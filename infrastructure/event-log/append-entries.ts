import type { ResumeToken, Timestamp } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import { inSnapshot } from '../event-store/transaction';
import { nextEntries } from './entry-hash';
import type { LogState } from './log-documents';
import type { EventLog } from './open-log';

/** Thrown when a sequencer writes after another one has taken over. */
export class NoLongerSequencer extends Error {
  constructor() {
    super('Another process writes the log now');
    this.name = 'NoLongerSequencer';
  }
}

/** Thrown when an event comes whose stream lacks events in the log before it. */
export class HoleInLog extends Error {
  constructor({ metadata: { streamName, streamPosition } }: Recorded) {
    super(`The log lacks what comes before event ${streamPosition} of ${streamName}`);
    this.name = 'HoleInLog';
  }
}

/** Where the change stream goes on after what is appended. */
export type Resume = { readonly token: ResumeToken } | { readonly time: Timestamp | null };

const patienceMs = 10_000;

/**
 * Gives events their positions, in one transaction with the state of the log: all or none. Those the
 * log has are passed over. Gives the state after it.
 *
 * Throws NoLongerSequencer when the state has moved on without us, HoleInLog for an event whose
 * stream lacks one before it.
 */
export const appendEntries = async (
  log: EventLog,
  state: LogState,
  events: readonly Recorded[],
  resume: Resume,
): Promise<LogState> => {
  const fresh = await notYetThere(log, events);
  const entries = nextEntries(fresh, state.position, state.headHash);
  const last = entries.at(-1);
  const moved = {
    position: last?._id ?? state.position,
    headHash: last?.hash ?? state.headHash,
    ...resumeFields(resume),
  };
  await inSnapshot(log.client, performance.now() + patienceMs, async (session) => {
    const mine = { _id: 'log', fence: state.fence, position: state.position } as const;
    const result = await log.states.updateOne(mine, { $set: moved }, { session });
    if (result.matchedCount === 0) throw new NoLongerSequencer();
    if (entries.length > 0) await log.entries.insertMany([...entries], { session, ordered: true });
  });
  return { ...state, ...moved };
};

/** Moves on where the change stream is resumed, when nothing was appended for a while. */
export const saveResume = async (
  { states }: EventLog,
  { fence, position }: LogState,
  resume: Resume,
): Promise<void> => {
  const mine = { _id: 'log', fence, position } as const;
  const result = await states.updateOne(
    mine,
    { $set: resumeFields(resume) },
    { writeConcern: { w: 'majority' } },
  );
  if (result.matchedCount === 0) throw new NoLongerSequencer();
};

const resumeFields = (resume: Resume) =>
  'token' in resume
    ? { resumeToken: resume.token, resumeTime: null }
    : { resumeToken: null, resumeTime: resume.time };

type Place = { readonly event: { readonly metadata: Recorded['metadata'] } };

const onlyPlace = {
  _id: 0,
  'event.metadata.streamName': 1,
  'event.metadata.streamPosition': 1,
} as const;

/** The events the log lacks, after making sure that it has all that come before each of them. */
const notYetThere = async (
  { entries }: EventLog,
  events: readonly Recorded[],
): Promise<readonly Recorded[]> => {
  if (events.length === 0) return [];
  const names = [...new Set(events.map(({ metadata }) => metadata.streamName))];
  const positions = events.map(({ metadata }) => metadata.streamPosition);
  const found = await entries
    .find<Place>(
      {
        'event.metadata.streamName': { $in: names },
        'event.metadata.streamPosition': {
          $in: [...new Set([...positions, ...positions.map((position) => position - 1)])],
        },
      },
      { projection: onlyPlace, readConcern: 'majority' },
    )
    .toArray();
  const there = new Set(found.map(({ event }) => placeOf(event.metadata)));
  const fresh: Recorded[] = [];
  for (const event of events) {
    const { metadata } = event;
    if (there.has(placeOf(metadata))) continue;
    const before = { ...metadata, streamPosition: metadata.streamPosition - 1 };
    if (metadata.streamPosition > 1 && !there.has(placeOf(before))) throw new HoleInLog(event);
    there.add(placeOf(metadata));
    fresh.push(event);
  }
  return fresh;
};

const placeOf = ({ streamName, streamPosition }: Recorded['metadata']) =>
  `${streamName} ${streamPosition}`;
