import type { StreamRange, StreamRef } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import { commitStamp, instantAt } from './clock';
import type { RefusalAllowance } from './kept-refusals';
import { isRange, type Overlay } from './overlay';
import { streamNameOf } from './stream-document';

/** One attempt at a group of commands: its streams, and what must be written besides events. */
export class Group {
  readonly #guarded = new Map<string, StreamRef>();
  readonly #guardedRanges: StreamRange[] = [];
  #lastStamp = 0;
  /** The moment at which all its commands are decided. */
  readonly instant: Instant;

  constructor(
    readonly overlay: Overlay,
    readonly keptRefusals: RefusalAllowance,
    /** The same, in milliseconds since 1970. */
    readonly now: number,
  ) {
    this.instant = instantAt(now);
  }

  /**
   * The stamp of the next command's atomic write: after those of all streams it was decided on, and
   * after those of the commands before it.
   */
  stamp(lastCommits: Iterable<number>): number {
    this.#lastStamp = commitStamp(this.now, [...lastCommits, this.#lastStamp]);
    return this.#lastStamp;
  }

  /** Makes sure nobody else changes these before the group is written. */
  guard(guards: readonly (StreamRef | StreamRange)[]) {
    for (const guard of guards) {
      if (isRange(guard)) this.#guardedRanges.push(guard);
      else this.#guarded.set(streamNameOf(guard), guard);
    }
  }

  /** True when something is guarded. */
  get guards(): boolean {
    return this.#guarded.size + this.#guardedRanges.length > 0;
  }

  get guarded(): Iterable<StreamRef> {
    return this.#guarded.values();
  }

  get guardedRanges(): readonly StreamRange[] {
    return this.#guardedRanges;
  }
}
