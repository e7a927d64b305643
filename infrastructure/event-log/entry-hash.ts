import canonicalize from 'canonicalize';
import type { Recorded } from '@/domain/shared/stream';
import { hashOf, sha256 } from '../event-store/hash-chain';
import { parseStreamName } from '../event-store/stream-document';
import type { LogEntry } from './log-documents';

/**
 * The hash of an entry in the log's chain: SHA-256, base64url, over the RFC 8785 JSON of its position,
 * the hash of its event, and the hash of the entry before. So the head proves the order of all.
 */
export const entryHash = (
  position: number,
  eventHash: string,
  previousHash: string | null,
): string => sha256(canonicalize({ position, event: eventHash, previousHash }) ?? '');

/** Events as the next entries of a log that stands at `position` with this head. */
export const nextEntries = (
  events: readonly Recorded[],
  position: number,
  headHash: string | null,
): readonly LogEntry[] => {
  const entries: LogEntry[] = [];
  for (const event of events) {
    const last = entries.at(-1);
    const _id = (last?._id ?? position) + 1;
    const previousHash = last ? last.hash : headHash;
    const hash = entryHash(_id, event.metadata.hash ?? hashOf(event), previousHash);
    const streamType = parseStreamName(event.metadata.streamName).type;
    entries.push({ _id, streamType, event, previousHash, hash });
  }
  return entries;
};
