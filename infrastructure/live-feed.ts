import type { LogEntry } from './event-log/log-documents';
import type { LogHead } from './event-log/log-head';
import type { EventLog } from './event-log/open-log';
import { readLog } from './event-log/read-log';

/** That a stream grew: what a page needs to know to look again. No data, no text. */
export type LiveChange = {
  /** Position in the log. */
  readonly position: number;
  readonly streamName: string;
  readonly streamPosition: number;
  readonly actorId: string;
};

/** Who listens: is handed changes in order, and told when what it knew means nothing any more. */
export type LiveListener = {
  readonly changes: (changes: readonly LiveChange[]) => void;
  /** The log was rebuilt, or too much was missed: look again, and go on from here. */
  readonly lookAgain: (position: number) => void;
  /** The server ends; nothing more will come from it. */
  readonly end: () => void;
};

/** So many changes are kept for who connects again; who missed more is told to look again. */
const kept = 2000;
const batch = 500;

/** Hands what the log takes in to everyone who listens in this process, reading it once for all. */
export class LiveFeed {
  readonly #listeners = new Set<LiveListener>();
  #recent: readonly LiveChange[] = [];
  #generation: string;
  #position: number;
  #reading = false;
  readonly #unlisten: () => void;

  constructor(
    private readonly log: EventLog,
    private readonly head: LogHead,
  ) {
    ({ generation: this.#generation, position: this.#position } = head.seen);
    this.#unlisten = head.listen(() => void this.#read());
  }

  /** Changes up to here were handed out. */
  get position(): number {
    return this.#position;
  }

  /** Hands over what came after a position, then what comes, until the returned function is called. */
  listen(after: number, listener: LiveListener): () => void {
    this.#listeners.add(listener);
    const missed = this.#recent.filter(({ position }) => position > after);
    const known = after >= this.#position || missed.length === this.#position - after;
    if (!known || after > this.#position) listener.lookAgain(this.#position);
    else if (missed.length > 0) listener.changes(missed);
    return () => this.#listeners.delete(listener);
  }

  /** Ends all who listen. */
  close(): void {
    this.#unlisten();
    for (const { end } of this.#listeners) end();
    this.#listeners.clear();
  }

  async #read() {
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (await this.#step());
    } catch {
      // The next move of the log makes it read again.
    } finally {
      this.#reading = false;
    }
  }

  /** Hands out the next changes; false when there are none. */
  async #step(): Promise<boolean> {
    const { generation, position } = this.head.seen;
    if (generation !== this.#generation || position - this.#position > kept) {
      this.#generation = generation;
      this.#position = position;
      this.#recent = [];
      for (const { lookAgain } of this.#listeners) lookAgain(position);
      return false;
    }
    if (position <= this.#position) return false;
    const range = { after: this.#position, direction: 'forwards', limit: batch } as const;
    const { entries } = await readLog(this.log, {}, range);
    const changes = entries.map(changeOf);
    this.#position = changes.at(-1)?.position ?? this.#position;
    this.#recent = [...this.#recent, ...changes].slice(-kept);
    for (const listener of this.#listeners) listener.changes(changes);
    return changes.length > 0;
  }
}

const changeOf = ({ _id: position, event: { metadata } }: LogEntry): LiveChange => ({
  position,
  streamName: metadata.streamName,
  streamPosition: metadata.streamPosition,
  actorId: metadata.actor.id,
});
