import type { Event } from '@event-driven-io/emmett';
import type { StreamDefinition, StreamRef } from '@/domain/shared/stream';

/**
 * A stream that counts, as three versions of one software know it. The second counts in units; the
 * third has other names for the event and its number, and can start anew.
 */
export type CountedOnce = Event<'Counted', { by: number }>;
export type CountedInUnits = Event<'Counted', { by: number; unit: string }>;
export type Added = Event<'Added', { amount: number; unit: string }>;
export type Cleared = Event<'Cleared', { reason?: string }>;

type Sum = { readonly sum: number };
export type SumInUnits = Sum & { readonly units: readonly string[] };

const none: SumInUnits = { sum: 0, units: [] };

export type FirstTally = StreamRef<Sum, CountedOnce>;
export type SecondTally = StreamRef<SumInUnits, CountedInUnits>;
export type ThirdTally = StreamRef<SumInUnits, Added | Cleared>;

export const firstVersion: StreamDefinition<Sum, CountedOnce> = {
  type: 'tally',
  initialState: () => ({ sum: 0 }),
  evolve: ({ sum }, { data }) => ({ sum: sum + data.by }),
  eventVersions: { Counted: 1 },
  schemaVersion: 1,
};

const counted = ({ by }: CountedOnce['data']): CountedInUnits['data'] => ({ by, unit: 'piece' });
const added = ({ by, unit }: CountedInUnits['data']): Added['data'] => ({ amount: by, unit });

export const secondVersion: StreamDefinition<SumInUnits, CountedInUnits> = {
  type: 'tally',
  initialState: () => none,
  evolve: ({ sum, units }, { data }) => ({ sum: sum + data.by, units: [...units, data.unit] }),
  eventVersions: { Counted: 2 },
  schemaVersion: 2,
  upcasters: { Counted: [counted] },
};

export const thirdVersion: StreamDefinition<SumInUnits, Added | Cleared> = {
  type: 'tally',
  initialState: () => none,
  evolve: ({ sum, units }, { type, data }) =>
    type === 'Cleared' ? none : { sum: sum + data.amount, units: [...units, data.unit] },
  eventVersions: { Added: 3, Cleared: 1 },
  schemaVersion: 3,
  upcasters: { Added: [counted, added] },
  earlierNames: { Counted: 'Added' },
};
