import type { DomainEvent, Recorded } from '@/domain/shared/stream';
import type { Breaks } from './breaks';
import { streamsOf, type ProofSource } from './source';

/** A stream as far as its events say what is held. */
export type StreamEvents<E extends DomainEvent> = {
  readonly streamName: string;
  readonly messages: readonly Recorded<E>[];
};

/** What of a stream document is read for it. */
export const onlyEvents = { streamName: 1, messages: 1 } as const;

/** So many streams are looked at together, so that one find gives what they are compared with. */
const atOnce = 100;

/** The streams of one type, in order of their names, some at a time. */
export async function* streamsInBatches<E extends DomainEvent>(
  source: ProofSource,
  type: string,
): AsyncGenerator<readonly StreamEvents<E>[]> {
  let batch: StreamEvents<E>[] = [];
  for await (const stream of streamsOf<StreamEvents<E>>(source, type, onlyEvents)) {
    batch.push(stream);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * What is read from a stream's events; where they are not what they should be, that is a break, and
 * `otherwise` is given.
 */
export const readOr = <T>(breaks: Breaks, stream: string, otherwise: T, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    breaks.add([{ kind: 'hold', stream, what: `what it holds cannot be read: ${reason}` }]);
    return otherwise;
  }
};
