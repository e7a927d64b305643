import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Recorded } from '@/domain/shared/stream';

/**
 * The hash of an event in its stream's chain: SHA-256, base64url, over the RFC 8785 JSON of the event
 * as it is stored (sealed text sealed, never upcast), without `hash`, with `previousHash`. So whoever
 * changes one event must change all that follow it.
 */
export const hashOf = (event: Recorded): string => {
  const { hash: _, ...metadata } = event.metadata;
  return sha256(canonicalize({ type: event.type, data: event.data, metadata }) ?? '');
};

/** The same event as the next link of a chain; `previousHash` is null for the first of a stream. */
export const chained = (event: Recorded, previousHash: string | null): Recorded => {
  const { hash: _, ...metadata } = event.metadata;
  const linked = { ...event, metadata: { ...metadata, previousHash } } as Recorded;
  return { ...linked, metadata: { ...linked.metadata, hash: hashOf(linked) } };
};

/** SHA-256 of a text as base64url. */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text).digest('base64url');
