import { MongoServerError, type ResumeToken, type Timestamp } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import { inSnapshot } from '../event-store/transaction';
import type { LogState, Recovery } from './log-documents';
import { LoggedPositions } from './logged-positions';
import { nextEntries } from './next-entries';
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

/** Thrown when the first event of a stream comes that the log already has. */
export class LoggedBefore extends Error {
  constructor(options: ErrorOptions) {
    super('A stream begins that the log already has', options);
    this.name = 'LoggedBefore';
  }
}

/** Where the change stream goes on; with no time, the log must first be completed from the streams. */
export type Resume = { readonly token: ResumeToken } | { readonly time: Timestamp | null };

const patienceMs = 10_000;
const keptRecoveries = 10;
const majority = { writeConcern: { w: 'majority' } } as const;

/** Writes the log in the name of one fencing token; everything it writes is refused once a higher one was here. */
export class LogWriter {
  #state: LogState;
  readonly #logged: LoggedPositions;

  /** @param state as it was claimed */
  constructor(
    readonly log: EventLog,
    state: LogState,
  ) {
    this.#state = state;
    this.#logged = new LoggedPositions(log);
  }

  /** Where the log stands, after all that was written here. */
  get state(): LogState {
    return this.#state;
  }

  /**
   * Gives events their positions, in one transaction with the state of the log: all or none. Those
   * the log has are passed over; gives those it lacked. After an error the writer is of no more use.
   *
   * Throws NoLongerSequencer when the log has moved on without us, HoleInLog for an event whose
   * stream lacks one before it, LoggedBefore for a stream that begins a second time.
   */
  async append(events: readonly Recorded[], resume: Resume): Promise<readonly Recorded[]> {
    const { fresh, positions } = await this.#notYetThere(events);
    if (fresh.length === 0) {
      await this.resumeAt(resume);
      return fresh;
    }
    const { client, entries: collection, states } = this.log;
    const { entries, end } = nextEntries(fresh, this.#state);
    const moved = { ...end, ...resumeFields(resume) };
    await inSnapshot(client, performance.now() + patienceMs, async (session) => {
      const result = await states.updateOne(this.#mine(), { $set: moved }, { session });
      if (result.matchedCount === 0) throw new NoLongerSequencer();
      await collection.insertMany([...entries], { session, ordered: true }).catch(refusedTwice);
    });
    this.#state = { ...this.#state, ...moved };
    this.#logged.appended(positions);
    return fresh;
  }

  /** Moves on where the change stream is resumed. Throws NoLongerSequencer. */
  async resumeAt(resume: Resume): Promise<void> {
    await this.#move(resumeFields(resume));
  }

  /** Notes that the log was completed up to a moment. Throws NoLongerSequencer. */
  async recovered(recovery: Recovery, time: Timestamp): Promise<void> {
    const recoveries = [...this.#state.recoveries, recovery].slice(-keptRecoveries);
    await this.#move({ recoveries, ...resumeFields({ time }) });
  }

  async #move(moved: Partial<LogState>): Promise<void> {
    const result = await this.log.states.updateOne(this.#mine(), { $set: moved }, majority);
    if (result.matchedCount === 0) throw new NoLongerSequencer();
    this.#state = { ...this.#state, ...moved };
  }

  #mine() {
    const { fence, generation, position } = this.#state;
    return { _id: 'log', fence, generation, position } as const;
  }

  /** The events the log lacks, after making sure that it has all that come before each of them. */
  async #notYetThere(events: readonly Recorded[]) {
    const positions = await this.#logged.before(events);
    const fresh = events.filter((event) => {
      const { streamName, streamPosition } = event.metadata;
      const logged = positions.get(streamName) ?? 0;
      if (streamPosition > logged + 1) throw new HoleInLog(event);
      if (streamPosition <= logged) return false;
      positions.set(streamName, streamPosition);
      return true;
    });
    return { fresh, positions };
  }
}

const refusedTwice = (error: unknown) => {
  const duplicate = error instanceof MongoServerError && error.code === 11000;
  throw duplicate ? new LoggedBefore({ cause: error }) : error;
};

const resumeFields = (resume: Resume) =>
  'token' in resume
    ? { resumeToken: resume.token, resumeTime: null }
    : { resumeToken: null, resumeTime: resume.time };
