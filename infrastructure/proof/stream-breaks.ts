import type { Recorded } from '@/domain/shared/stream';
import { stampOf } from '../event-log/commit-stamps';
import { parseStreamName, type StreamDocument } from '../event-store/stream-document';
import type { Break } from './breaks';
import { brokenEvent } from './event-breaks';

/**
 * What is wrong with a stream's events and its document: every event names its stream, its place and
 * the hash of the one before, and has the hash of its content; the document stands where its events
 * end. At most one break for each event.
 */
export const streamBreaks = ({ streamName, messages, metadata }: StreamDocument): Break[] => {
  const chain = messages.flatMap((event, i): Break[] => {
    const what = chainBreak(streamName, messages, i);
    return what === undefined ? [] : [{ kind: 'chain', stream: streamName, position: i + 1, what }];
  });
  const what = brokenHead(streamName, messages, metadata);
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
  return brokenEvent(event) ?? (follows ? undefined : 'it does not name the event before it');
};

const brokenHead = (
  streamName: string,
  messages: readonly Recorded[],
  metadata: StreamDocument['metadata'],
): string | undefined => {
  const { streamPosition, lastHash, lastCommit, streamId, streamType } = metadata;
  const last = messages.at(-1);
  if (!last) return 'it has no events';
  if (Number(streamPosition) !== messages.length) {
    return `its document says it stands at ${Number(streamPosition)}, but it has ${messages.length} events`;
  }
  if (lastHash !== last.metadata.hash) return 'its document names another last event';
  if (lastCommit !== stampOf(last).at) return 'its document names another last commit';
  const ref = refOf(streamName);
  if (ref?.id === streamId && ref.type === streamType) return undefined;
  return `its document says it is ${streamType}:${streamId}`;
};

const refOf = (streamName: string) => {
  try {
    return parseStreamName(streamName);
  } catch {
    return undefined;
  }
};
