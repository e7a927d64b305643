import type { ResumeToken } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import { byDecision } from './commit-stamps';
import type { StreamChange } from './stream-changes';

/** All events of one write, in the order they were decided, and where the change stream then stands. */
export type WholeWrite = { readonly token: ResumeToken; readonly events: readonly Recorded[] };

/** Thrown when another write begins before all streams of the one before have come. */
export class TornWrite extends Error {
  constructor({ id, streams }: { readonly id: string; readonly streams: number }, seen: number) {
    super(`Of write ${id} only ${seen} of ${streams} streams have come`);
    this.name = 'TornWrite';
  }
}

/**
 * Puts the changes of one write together again. MongoDB gives them one after another, without a mark
 * where they end; a write is held back until all streams it grew are there.
 */
export class WholeWrites {
  #held: StreamChange[] = [];

  /**
   * Takes the next change; gives the write that it completes, or undefined. A change that brings no
   * event is passed over, but its token counts. Throws TornWrite.
   */
  take(change: StreamChange): WholeWrite | undefined {
    const begun = this.#held[0]?.write;
    if (change.events.length === 0) return begun ? undefined : whole([change]);
    if (begun && begun.id !== change.write?.id) throw new TornWrite(begun, this.#held.length);
    this.#held.push(change);
    if (this.#held.length < (change.write?.streams ?? 1)) return undefined;
    const write = whole(this.#held);
    this.#held = [];
    return write;
  }
}

const whole = (changes: readonly StreamChange[]): WholeWrite => ({
  token: changes.at(-1)?.token,
  events: changes.flatMap(({ events }) => events).sort(byDecision),
});

/** Joins writes that are appended together: so many that their events are `enough`, never part of one. */
export const joined = (writes: readonly WholeWrite[], enough: number): readonly WholeWrite[] => {
  const found: WholeWrite[] = [];
  for (const write of writes) {
    const last = found.at(-1);
    if (!last || last.events.length >= enough) found.push(write);
    else
      found[found.length - 1] = { token: write.token, events: [...last.events, ...write.events] };
  }
  return found;
};
