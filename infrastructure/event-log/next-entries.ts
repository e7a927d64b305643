import type { Recorded } from '@/domain/shared/stream';
import { divideStreamName } from '@/domain/shared/stream-name';
import type { Instant } from '@/domain/shared/time';
import { hashOf } from '../event-store/hash-chain';
import { entryHash } from './entry-hash';
import type { LogEntry, LogState } from './log-documents';

/** What the next entry of a log goes on from. */
export type LogEnd = Pick<LogState, 'position' | 'headHash' | 'reached' | 'mostBehindMs'>;

/** The end of a log without entries. */
export const noEntries: LogEnd = { position: 0, headHash: null, reached: null, mostBehindMs: 0 };

/** Events as the next entries of a log, and where it ends with them. */
export const nextEntries = (
  events: readonly Recorded[],
  from: LogEnd,
): { readonly entries: readonly LogEntry[]; readonly end: LogEnd } => {
  const entries: LogEntry[] = [];
  let end = from;
  for (const event of events) {
    const _id = end.position + 1;
    const previousHash = end.headHash;
    const hash = entryHash(_id, event.metadata.hash ?? hashOf(event), previousHash);
    const { reached, behindMs } = reachedWith(event, end.reached);
    const { type: streamType } = divideStreamName(event.metadata.streamName);
    entries.push({ _id, streamType, event, reached, previousHash, hash });
    const mostBehindMs = Math.max(end.mostBehindMs, behindMs);
    end = { position: _id, headHash: hash, reached, mostBehindMs };
  }
  return { entries, end };
};

/** The newest recorded time with this event, and how far the event lies behind it. */
const reachedWith = ({ metadata }: Recorded, before: Instant | null) => {
  // Stock emmett-mongodb records no time.
  const { recordedAt } = metadata as { readonly recordedAt?: Instant };
  if (recordedAt === undefined) return { reached: before, behindMs: 0 };
  if (before === null || recordedAt >= before) return { reached: recordedAt, behindMs: 0 };
  return { reached: before, behindMs: Date.parse(before) - Date.parse(recordedAt) };
};
