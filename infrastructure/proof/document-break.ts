import { z } from 'zod';
import type { Recorded } from '@/domain/shared/stream';
import { stampOf } from '../event-log/commit-stamps';
import { parseStreamName, type StreamDocument } from '../event-store/stream-document';

/**
 * What a stream's document says of itself and is not so: where it stands, its last event and commit,
 * its times, which stream it is. What no event tells has at least its form.
 */
export const documentBreak = ({
  streamName,
  messages,
  metadata,
}: StreamDocument): string | undefined => {
  const { streamPosition, lastHash, lastCommit, streamId, streamType } = metadata;
  const [first, last] = [messages[0], messages.at(-1)];
  if (!first || !last) return 'it has no events';
  if (Number(streamPosition) !== messages.length) {
    return `its document says it stands at ${Number(streamPosition)}, but it has ${messages.length} events`;
  }
  if (lastHash !== last.metadata.hash) return 'its document names another last event';
  if (lastCommit !== stampOf(last).at) return 'its document names another last commit';
  if (!isTimeOf(metadata.createdAt, first)) return 'its document says it began at another time';
  if (!isTimeOf(metadata.updatedAt, last)) return 'its document says it grew last at another time';
  if (!counted.safeParse(metadata).success) {
    return 'its document counts guards, imported events or streams of its last write as no numbers';
  }
  const ref = refOf(streamName);
  if (ref?.id === streamId && ref.type === streamType) return undefined;
  return `its document says it is ${streamType}:${streamId}`;
};

const isTimeOf = (time: unknown, { metadata }: Recorded) => {
  return time instanceof Date && time.getTime() === Date.parse(metadata.recordedAt);
};

const count = z.int().nonnegative();

const counted = z.object({
  guards: count.optional(),
  imported: count.optional(),
  lastWrite: z.strictObject({ id: z.string(), streams: count.positive() }).optional(),
});

const refOf = (streamName: string) => {
  try {
    return parseStreamName(streamName);
  } catch {
    return undefined;
  }
};
