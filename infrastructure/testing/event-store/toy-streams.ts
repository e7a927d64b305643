import type { Event } from '@event-driven-io/emmett';
import type { Json } from '@/infrastructure/event-store/plain-json';
import type { StreamDefinition, StreamRange, StreamRef } from '@/domain/shared/stream';
import { v7 as uuidv7 } from 'uuid';

/** A stream for tests that need no rooms: it counts, and an event may carry any JSON beside. */
export type Counted = Event<'Counted', { by: number; note?: Json }>;
export type Tally = { readonly count: number; readonly sum: number };
export type TallyRef = StreamRef<Tally, Counted>;

/** Two types of stream with equal shape, kept in two collections by default. */
export type TallyType = 'tally' | 'shelf';

export const tally = (id: string = uuidv7(), type: TallyType = 'tally'): TallyRef => ({ type, id });

export const tallies = (fromId: string, toId: string): StreamRange<TallyRef> => ({
  type: 'tally',
  fromId,
  toId,
});

export const counted = (by: number, note?: Json): Counted => ({
  type: 'Counted',
  data: { by, ...(note !== undefined && { note }) },
});

export const tallyDefinition = (type: TallyType, schemaVersion = 1) =>
  ({
    type,
    initialState: () => ({ count: 0, sum: 0 }),
    evolve: ({ count, sum }, { data }) => ({ count: count + 1, sum: sum + data.by }),
    eventVersions: { Counted: 1 },
    schemaVersion,
  }) satisfies StreamDefinition<Tally, Counted>;

export const toyDefinitions = [tallyDefinition('tally'), tallyDefinition('shelf')] as const;
