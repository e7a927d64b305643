import type { Recorded } from '@/domain/shared/stream';

type Stamp = Recorded['metadata']['commit'];

/** An event with the stamp it is sorted by. */
export type Stamped = { readonly stamp: Stamp; readonly event: Recorded };

/**
 * The stamp by which events of different streams are ordered. Those of stock emmett-mongodb have
 * none: they come by their time, or first of all without one, the events of a stream together.
 */
export const stampOf = ({ metadata }: Recorded): Stamp => {
  const { commit, recordedAt } = metadata as Partial<Recorded['metadata']>;
  if (commit) return commit;
  const at = recordedAt === undefined ? 0 : Date.parse(recordedAt) * 1000;
  return { id: metadata.streamName, at, index: metadata.streamPosition, size: 1 };
};

/** The order of events by commit stamp: no effect before its cause, and as decided within a write. */
export const byDecision = (a: Recorded, b: Recorded): number => {
  const [one, other] = [stampOf(a), stampOf(b)];
  return one.at - other.at || compare(one.id, other.id) || one.index - other.index;
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * All events of one stream with their stamps; where stock emmett-mongodb has written between ours,
 * moved on as far as it takes for each to come after the one before.
 */
export const risingStamps = (events: readonly Recorded[]): readonly Stamped[] => {
  const found: Stamped[] = [];
  for (const event of events) {
    const stamp = stampOf(event);
    const last = found.at(-1)?.stamp ?? { id: stamp.id, at: 0 };
    const earliest = last.id === stamp.id ? last.at : last.at + 1;
    found.push({ event, stamp: { ...stamp, at: Math.max(stamp.at, earliest) } });
  }
  return found;
};
