import type { Recorded } from '@/domain/shared/stream';
import { stampOf } from '../event-log/commit-stamps';
import type { StreamDocument } from '../event-store/stream-document';
import type { Break } from './breaks';
import { documentBreak } from './document-break';
import { brokenEvent } from './event-breaks';

/**
 * What is wrong with a stream's events and its document: every event names its stream, its place and
 * the hash of the one before, comes after it by its commit, and has the hash of its content; the
 * document says what its events say. At most one break for each event.
 */
export const streamBreaks = (document: StreamDocument): Break[] => {
  const { streamName, messages } = document;
  const chain = messages.flatMap((event, i): Break[] => {
    const what = chainBreak(streamName, messages, i);
    return what === undefined ? [] : [{ kind: 'chain', stream: streamName, position: i + 1, what }];
  });
  const what = documentBreak(document);
  return what === undefined ? chain : [...chain, { kind: 'stream', stream: streamName, what }];
};

/** What is wrong with the event at this index of a stream's events, beside those before it. */
export const chainBreak = (
  streamName: string,
  messages: readonly Recorded[],
  index: number,
): string | undefined => {
  const event = messages[index];
  if (!event) return 'there is no such event';
  return misplaced(event, streamName, index + 1) ?? brokenLink(event, messages[index - 1]);
};

const misplaced = ({ metadata }: Recorded, streamName: string, position: number) => {
  const { streamName: name, streamPosition } = metadata;
  if (name === streamName && streamPosition === position) return undefined;
  return `it says it is event ${streamPosition} of ${name}`;
};

const brokenLink = (event: Recorded, before: Recorded | undefined): string | undefined => {
  const { previousHash } = event.metadata;
  const follows = previousHash === (before?.metadata.hash ?? null);
  return (
    brokenEvent(event) ??
    (follows ? undefined : 'it does not name the event before it') ??
    (before && notLater(event, before))
  );
};

/** The stamp of a commit is after those of all streams it was decided on; a clock may go back. */
const notLater = (event: Recorded, before: Recorded): string | undefined => {
  const [earlier, later] = [stampOf(before), stampOf(event)];
  const sameCommit = earlier.id === later.id;
  const rises = sameCommit
    ? later.at === earlier.at && later.index > earlier.index
    : later.at > earlier.at;
  return rises ? undefined : 'its commit is stamped no later than that of the event before it';
};
