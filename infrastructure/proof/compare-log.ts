import type { Document } from 'mongodb';
import type { Instant } from '@/domain/shared/time';
import { compareText } from '../mongodb/text-order';
import type { Breaks } from './breaks';
import { StreamInLog, withoutStream, type LoggedEvent } from './log-and-stream';
import { besideStreams, namesOf, streamsOf, streamTypes, type ProofSource } from './source';

/** Events that are in the streams and not yet in the log, and the one of them recorded first. */
export type Behind = {
  readonly events: number;
  readonly oldest: MissingEvent | undefined;
};

/** An event that the log lacks. */
export type MissingEvent = {
  readonly stream: string;
  readonly position: number;
  readonly recordedAt: Instant;
};

/**
 * Compares the log with the streams, both by stream name, one stream in memory at a time. Gives what
 * the log lacks at the ends of streams: the log follows the streams, so that alone is no break.
 */
export const compareLog = async (
  source: ProofSource,
  breaks: Breaks,
  looked: (streams: number) => void,
): Promise<Behind> => {
  let streams = 0;
  let behind: Behind = { events: 0, oldest: undefined };
  for (const type of streamTypes) {
    const entries = loggedOf(source, { [name]: namesOf(type) })[Symbol.asyncIterator]();
    let entry = await entries.next();
    for await (const { streamName, messages: found } of streamsOf<Hashes>(source, type, hashes)) {
      const messages = Array.isArray(found) ? (found as Hashes['messages']) : [];
      while (!entry.done && compareText(nameOf(entry.value), streamName) < 0) {
        breaks.add([withoutStream(entry.value)]);
        entry = await entries.next();
      }
      const stream = new StreamInLog({
        streamName,
        hashes: messages.map(({ metadata }) => metadata?.hash),
      });
      while (!entry.done && nameOf(entry.value) === streamName) {
        const broken = stream.take(entry.value);
        if (broken) breaks.add([broken]);
        entry = await entries.next();
      }
      behind = withMissing(behind, streamName, messages, stream.logged);
      looked((streams += 1));
    }
    for (; !entry.done; entry = await entries.next()) breaks.add([withoutStream(entry.value)]);
  }
  const ofNoType = { $nor: streamTypes.map((type) => ({ [name]: namesOf(type) })) };
  for await (const entry of loggedOf(source, ofNoType)) breaks.add([withoutStream(entry)]);
  return behind;
};

type Hashes = {
  readonly streamName: string;
  readonly messages: readonly {
    readonly metadata?: { readonly hash?: string; readonly recordedAt?: Instant };
  }[];
};

const hashes = { streamName: 1, 'messages.metadata.hash': 1, 'messages.metadata.recordedAt': 1 };

const name = 'event.metadata.streamName';
const position = 'event.metadata.streamPosition';

const loggedOf = (source: ProofSource, filter: Document) =>
  besideStreams<LoggedEvent>(source, source.log.entries.collectionName, {
    filter,
    projection: { [name]: 1, [position]: 1, 'event.metadata.hash': 1 },
    sort: { [name]: 1, [position]: 1 },
    allowDiskUse: true,
  });

const nameOf = ({ event }: LoggedEvent) => event.metadata.streamName;

const withMissing = (
  { events, oldest }: Behind,
  stream: string,
  messages: Hashes['messages'],
  logged: number,
): Behind => {
  const missing = Math.max(messages.length - logged, 0);
  if (missing === 0) return { events, oldest };
  const recordedAt = messages[logged]?.metadata?.recordedAt ?? ('' as Instant);
  const first = { stream, position: logged + 1, recordedAt };
  return {
    events: events + missing,
    oldest: oldest && oldest.recordedAt <= recordedAt ? oldest : first,
  };
};
