import type { Recorded, StreamRef } from '@/domain/shared/stream';
import { asStored } from '@/domain/shared/upcast';
import { streamNameOf } from '../event-store/stream-document';
import { chainBreak } from '../proof/stream-breaks';

/** What a page found of the hash chain of the stream it shows. */
export type ChainFound =
  | { readonly status: 'intact' }
  /** The first event that does not have its place, its hash, or that of the one before it. */
  | { readonly status: 'broken'; readonly at: number }
  /** Recorded before there were chains. */
  | { readonly status: 'not kept' };

/** Hashes the events of a whole stream anew, as they are stored, and looks whether each has its hash. */
export const chainOf = (ref: StreamRef, events: readonly Recorded[]): ChainFound => {
  const stored = events.map(asStored);
  if (stored.every(({ metadata }) => metadata.hash === undefined)) return { status: 'not kept' };
  const name = streamNameOf(ref);
  const broken = stored.findIndex((_, i) => chainBreak(name, stored, i) !== undefined);
  return broken === -1 ? { status: 'intact' } : { status: 'broken', at: broken + 1 };
};
