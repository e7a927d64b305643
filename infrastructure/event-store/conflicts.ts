import { MongoError, MongoServerError } from 'mongodb';
import { keptRefusalsCollection } from './kept-refusals-collection';

/** What the failure of a read or write means for the command that met it. */
export type Failure =
  /** Another writer was first: load and decide again. */
  | 'conflict'
  /** The server or the network hiccuped before anything was decided for good: do it again. */
  | 'transient'
  /** The commit may or may not have happened: ask again until the answer is definite. */
  | 'unknown-commit'
  /** A document would pass the 16 MB MongoDB allows. */
  | 'too-large'
  /** Anything else: the write itself is wrong. */
  | 'fatal';

/** Thrown where a write met no document at the position it was decided on. */
export class PositionMoved extends Error {
  constructor(namespace: string) {
    super(`A stream in ${namespace} has moved on since it was loaded`);
    this.name = 'PositionMoved';
  }
}

/** Thrown where a single write was sent and the connection broke before its answer. */
export class WriteInDoubt extends Error {
  constructor(options: ErrorOptions) {
    super('It is not known whether the write happened', options);
    this.name = 'WriteInDoubt';
  }
}

/** Thrown when a commit was sent and no definite answer came in time. */
export class OutcomeUnknown extends Error {
  constructor(options: ErrorOptions) {
    super('It is not known whether the transaction was committed', options);
    this.name = 'OutcomeUnknown';
  }
}

const writeConflict = 112;
const duplicateKey = 11000;
const noSuchTransaction = 251;
const snapshotUnavailable = 246;
const lockTimeout = 24;
/** The server ended the transaction because it had lasted too long; comes without a label. */
const lifetimeExceeded = 290;
/** A server that has just come up does not know yet what a majority holds. */
const majorityNotAvailableYet = 134;
const passing = new Set<unknown>([
  noSuchTransaction,
  snapshotUnavailable,
  lockTimeout,
  lifetimeExceeded,
  majorityNotAvailableYet,
]);
/** A server that stops, steps down or cannot be reached: what MongoDB's drivers call retryable. */
const serverUnfit = new Set<unknown>([
  6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436,
]);
const tooLargeCodes = new Set<unknown>([17419, 17420, 10334]);

/** Tells what kind of failure an error is; see {@link Failure}. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof PositionMoved) return 'conflict';
  if (error instanceof WriteInDoubt) return 'transient';
  if (error instanceof OutcomeUnknown) return 'unknown-commit';
  if (isTooLarge(error)) return 'too-large';
  if (!(error instanceof MongoError)) return 'fatal';
  if (error.hasErrorLabel('UnknownTransactionCommitResult')) return 'unknown-commit';
  if (error.code === writeConflict || isLostInsert(error)) return 'conflict';
  if (passing.has(error.code) || serverUnfit.has(error.code)) return 'transient';
  if (transientLabels.some((label) => error.hasErrorLabel(label))) return 'transient';
  return transientNames.has(error.name) ? 'transient' : 'fatal';
};

const retriable = new Set<Failure>(['conflict', 'transient', 'unknown-commit']);

/** True for an error of the database that says nothing about what was done: it may go well next time. */
export const isRetriable = (error: unknown): boolean => retriable.has(failureOf(error));

/**
 * Of a failure that may pass: true when the server could not be reached, was not fit to work or did not
 * tell whether it committed; then it says nothing about what was written. False when one that works
 * answered: a transaction that took too long or met another writer does so again, unless it is smaller.
 */
export const blamesTheServer = (error: unknown): boolean => {
  const failure = failureOf(error);
  if (failure === 'unknown-commit') return true;
  if (failure !== 'transient') return false;
  if (!(error instanceof MongoServerError)) return true;
  return serverUnfit.has(error.code) || error.code === majorityNotAvailableYet;
};

const transientLabels = ['TransientTransactionError', 'RetryableWriteError', 'ResetPool'];
const transientNames = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoPoolClearedError',
  'MongoNotConnectedError',
  'PoolClearedOnNetworkError',
]);

const isLostInsert = (error: MongoError) => {
  if (!(error instanceof MongoServerError) || error.code !== duplicateKey) return false;
  return lostInsert.test(error.message);
};

// A bulk's error names the index nowhere but in its message.
const lostInsert = new RegExp(
  `^E11000 duplicate key error collection: ([^"{]+ index: streamName_1|\\S+\\.${keptRefusalsCollection} index: _id_) dup key`,
);

const isTooLarge = (error: unknown) => {
  if (error instanceof MongoServerError) {
    // An insert's answer has no code of its own for it.
    return tooLargeCodes.has(error.code) || /^object to insert too large/.test(error.message);
  }
  // The driver refuses what is too large before it is sent.
  return (
    error instanceof Error &&
    /larger than the maximum size|offset.*out of range/i.test(error.message)
  );
};

const namespaceExistsCode = 48;

/** True for the answer to making a collection that is already there. */
export const namespaceExists = (error: unknown) =>
  error instanceof MongoServerError && error.code === namespaceExistsCode;

/** For the insert of a document that may be there already: throws anything but the answer that it is. */
export const ignoreDuplicate = (error: unknown): void => {
  if (!(error instanceof MongoServerError) || error.code !== duplicateKey) throw error;
};
