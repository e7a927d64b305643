import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Answer, Command, CommandDefinition, StreamSet } from '@/domain/shared/command';
import type { RefusalCode } from '@/domain/shared/refusal';
import { attemptAlone, attemptGroup, type Ended, type StoreParts } from './attempt';
import { failureOf, WriteInDoubt, type Failure } from './conflicts';
import { refused } from './decide';
import type { CommandContext, Job } from './job';
import type { AttemptObserver } from './observer';
import type { Outcome } from './outcome';
import { jitter } from './transaction';

/** How much a lane takes on. */
export type LaneLimits = {
  /** Commands of one group. */
  readonly groupSize: number;
  /** Streams of one group of several commands; a larger one is taken in halves. */
  readonly groupStreams: number;
  /** Waiting commands; one more is refused with BUSY. */
  readonly queue: number;
  /** Tries of a group that meets conflicts. */
  readonly tries: number;
  /** Time for all tries of a group, in milliseconds. */
  readonly patience: number;
};

export const defaultLimits: LaneLimits = {
  groupSize: 100,
  groupStreams: 400,
  queue: 2000,
  tries: 20,
  patience: 10_000,
};

/**
 * The one way to write: takes all commands that wait, decides them one after another on one
 * snapshot, writes them in one transaction, while the next ones gather.
 */
export class Lane {
  readonly id = uuidv7();
  readonly #queue: Job[] = [];
  #working: Promise<void> | undefined;

  constructor(
    private readonly store: StoreParts,
    private readonly limits: LaneLimits,
  ) {}

  /**
   * Hands in a command and waits for its outcome. Refusals are values, also BUSY (too many wait, or
   * conflicts lasted), UNAVAILABLE and OUTCOME_UNKNOWN. Throws what the command itself throws.
   */
  async submit<C extends Command, S extends StreamSet, A extends Answer>(
    definition: CommandDefinition<C, S, A>,
    command: C,
    context: CommandContext,
  ): Promise<Outcome<A>> {
    const told = this.store.observer.command(command, context);
    try {
      const outcome = await this.#enter(definition, command, context);
      told({ outcome });
      return outcome;
    } catch (error) {
      told({ error });
      throw error;
    }
  }

  #enter<C extends Command, S extends StreamSet, A extends Answer>(
    definition: CommandDefinition<C, S, A>,
    command: C,
    context: CommandContext,
  ): Promise<Outcome<A>> {
    if (this.#queue.length >= this.limits.queue) {
      return Promise.resolve(refused({ code: 'BUSY' }) as Outcome<A>);
    }
    return new Promise<Outcome<A>>((answer, fail) => {
      this.#queue.push({ definition, command, context, answer, fail } as unknown as Job);
      this.#working ??= this.#work();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async #work() {
    await Promise.resolve();
    while (this.#queue.length > 0) {
      await this.#run(this.#queue.splice(0, this.limits.groupSize), this.#deadline());
    }
    // In the same turn as the last look at the queue, or a command handed in between would wait for ever.
    this.#working = undefined;
  }

  #deadline() {
    return performance.now() + this.limits.patience;
  }

  /** Runs a group to its end: every job of it is answered or failed. */
  async #run(jobs: readonly Job[], deadline: number): Promise<void> {
    let inDoubt = false;
    for (let tries = 1; ; tries += 1) {
      const observer = this.store.observer.attempt(jobs, tries);
      try {
        const ended = await this.#attempt(jobs, deadline, observer);
        for (const [i, job] of jobs.entries()) settle(job, ended[i]);
        return;
      } catch (error) {
        const failure = failureOf(error);
        observer.failed(failure);
        inDoubt ||= error instanceof WriteInDoubt;
        if (failure === 'fatal' || failure === 'too-large') {
          if (inDoubt) refuseAll(jobs, 'OUTCOME_UNKNOWN');
          else await this.#halve(jobs, error);
          return;
        }
        const late = performance.now() > deadline;
        const code = givenUp(failure, late || tries >= this.limits.tries, late, inDoubt);
        if (code) {
          refuseAll(jobs, code);
          return;
        }
      }
      await pause(jitter(tries));
    }
  }

  async #attempt(
    jobs: readonly Job[],
    deadline: number,
    observer: AttemptObserver,
  ): Promise<readonly Ended[]> {
    const [only, ...others] = jobs;
    if (only?.definition.alone && others.length === 0) {
      return [{ outcome: await attemptAlone(this.store, only, observer) }];
    }
    const limits = { deadline, mostStreams: this.limits.groupStreams };
    return attemptGroup(this.store, jobs, limits, observer);
  }

  /**
   * Finds the culprit of a broken write: each half is tried by itself until one stands alone. A group
   * that is too wide is halved in the same way.
   */
  async #halve(jobs: readonly Job[], error: unknown): Promise<void> {
    const middle = Math.ceil(jobs.length / 2);
    if (jobs.length > 1) {
      await this.#run(jobs.slice(0, middle), this.#deadline());
      await this.#run(jobs.slice(middle), this.#deadline());
      return;
    }
    if (failureOf(error) === 'too-large') refuseAll(jobs, 'STREAM_FULL');
    else for (const job of jobs) job.fail(error);
  }
}

const settle = (job: Job, ended: Ended | undefined) => {
  if (ended && 'outcome' in ended) job.answer(ended.outcome);
  else job.fail(ended?.error ?? new Error('The command was not decided'));
};

type DatalessCode = Extract<
  RefusalCode,
  'BUSY' | 'UNAVAILABLE' | 'OUTCOME_UNKNOWN' | 'STREAM_FULL'
>;

/** What to answer when it is of no use to try once more; undefined when it is. */
const givenUp = (
  failure: Exclude<Failure, 'fatal' | 'too-large'>,
  triedEnough: boolean,
  late: boolean,
  inDoubt: boolean,
): DatalessCode | undefined => {
  if (failure === 'unknown-commit') return 'OUTCOME_UNKNOWN';
  const over = failure === 'conflict' ? triedEnough : late;
  if (!over) return undefined;
  if (inDoubt) return 'OUTCOME_UNKNOWN';
  return failure === 'conflict' ? 'BUSY' : 'UNAVAILABLE';
};

const refuseAll = (jobs: readonly Job[], code: DatalessCode) => {
  for (const job of jobs) job.answer(refused({ code }));
};
