import type { Break } from './breaks';

/** What of an entry of the log is compared with its stream. */
export type LoggedEvent = {
  readonly _id: number;
  readonly event: {
    readonly metadata: {
      readonly streamName: string;
      readonly streamPosition: number;
      readonly hash?: string;
    };
  };
};

/** The hashes of a stream's events, in order. */
export type HashedStream = {
  readonly streamName: string;
  readonly hashes: readonly (string | undefined)[];
};

/**
 * Compares what the log has of one stream with the stream: each event once, in its order, the same.
 * Events at the end that the log lacks are no break; see {@link StreamInLog.logged}.
 */
export class StreamInLog {
  #logged = 0;
  #lastLogPosition = 0;

  constructor(private readonly stream: HashedStream) {}

  /** The log has all events up to this position. */
  get logged(): number {
    return this.#logged;
  }

  /** What is wrong with the next entry of this stream, in order of positions in the stream. */
  take({ _id: logPosition, event }: LoggedEvent): Break | undefined {
    const { streamName: stream, hashes } = this.stream;
    const { streamPosition: position, hash } = event.metadata;
    const expected = this.#logged + 1;
    const inOrder = logPosition > this.#lastLogPosition;
    this.#logged = position;
    this.#lastLogPosition = logPosition;
    const broken = (what: string): Break => ({ kind: 'log', stream, position, logPosition, what });
    if (position > hashes.length) {
      return broken(`the log has this event, but the stream ends at ${hashes.length}`);
    }
    if (position < expected) return broken('the log has this event twice');
    if (position > expected) return broken(`the log lacks event ${expected} before it`);
    if (hash !== hashes[position - 1]) return broken('the log has another event than the stream');
    return inOrder ? undefined : broken('the log has it before the events that come before it');
  }
}

/** An entry whose stream is not there. */
export const withoutStream = ({ _id: logPosition, event }: LoggedEvent): Break => {
  const { streamName: stream, streamPosition: position } = event.metadata;
  const what = 'the log has this event, but the stream is not there';
  return { kind: 'log', stream, position, logPosition, what };
};
