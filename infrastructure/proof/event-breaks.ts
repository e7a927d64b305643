import type { Recorded } from '@/domain/shared/stream';
import { hashOf } from '../event-store/hash-chain';
import { plainJson } from '../event-store/plain-json';

const hashed = new Set(['type', 'data', 'metadata']);

/**
 * What is wrong with an event by itself, as it is stored: undefined when its hash is that of its
 * content. What JSON cannot hold is wrong too: a Date has the same hash as its text.
 */
export const brokenEvent = (event: Recorded): string | undefined => {
  const strange = Object.keys(event).find((key) => !hashed.has(key));
  if (strange !== undefined) return `it holds “${strange}”, which no hash covers`;
  try {
    plainJson(event.data, 'data');
    plainJson(event.metadata, 'metadata');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { hash } = event.metadata;
  if (hash === undefined) return 'it has no hash';
  return hash === hashOf(event) ? undefined : 'its hash is not that of its content';
};
