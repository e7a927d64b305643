import type { Command } from '@/domain/shared/command';
import type { Ended } from './attempt';
import type { Failure } from './conflicts';
import type { CommandContext, Job } from './job';
import type { StreamEntry } from './stream-entry';

/** The steps of an attempt, in order. A command that is alone loads while it decides, and has no commit. */
export type AttemptStep = 'load' | 'decide' | 'append' | 'commit';

/** Watches one attempt at a group of commands. */
export type AttemptObserver = {
  /** The next step begins. */
  readonly step: (step: AttemptStep) => void;
  /** All of it is committed; these streams were read, and some of them grew. */
  readonly committed: (streams: readonly StreamEntry[]) => void;
  /** It failed as a whole: it is tried again, halved, or given up. */
  readonly failed: (failure: Failure) => void;
};

/**
 * Watches a store at work, for metrics, logs and spans. It is told, and changes nothing: it must
 * neither throw nor keep the lane waiting.
 */
export type StoreObserver = {
  /** A command is handed in; the function it gives is told what came of it. */
  readonly command: (command: Command, context: CommandContext) => (ended: Ended) => void;
  /** The lane tries a group, for the first time or once more. */
  readonly attempt: (jobs: readonly Job[], tries: number) => AttemptObserver;
  /** So many streams of a type are read outside any command, for a page. */
  readonly read: (streamType: string, streams: number) => void;
};

const nothing = () => undefined;
const unobservedAttempt: AttemptObserver = { step: nothing, committed: nothing, failed: nothing };

/** Nobody watches. */
export const unobserved: StoreObserver = {
  command: () => nothing,
  attempt: () => unobservedAttempt,
  read: nothing,
};
