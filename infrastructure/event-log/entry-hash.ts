import canonicalize from 'canonicalize';
import { sha256 } from '../event-store/hash-chain';

/**
 * The hash of an entry in the log's chain: SHA-256, base64url, over the RFC 8785 JSON of its position,
 * the hash of its event, and the hash of the entry before. So the head proves the order of all.
 */
export const entryHash = (
  position: number,
  eventHash: string,
  previousHash: string | null,
): string => sha256(canonicalize({ position, event: eventHash, previousHash }) ?? '');
