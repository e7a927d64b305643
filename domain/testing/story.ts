import type { Actor } from '@/domain/shared/actor';
import type { Append } from '@/domain/shared/command';
import type { Instant } from '@/domain/shared/time';
import { clara, commandNumber, longAgo } from './people';
import { Streams } from './streams';

/**
 * Something that happened, as events on one or several streams in one atomic write; some of what it
 * says (whether it opened a day, on which version of a room it was decided) follows from what the
 * streams held before.
 */
export type Story = {
  readonly events: (before: Streams) => readonly Append[];
  /** Who did it, when it is given; a manager unless it says otherwise. */
  readonly by?: Actor;
  /** When it was recorded, when it is given. */
  readonly at?: Instant;
};

/** The same by someone else, or at another time. */
export const told = (story: Story, by: Pick<Story, 'by' | 'at'>): Story => ({ ...story, ...by });

/** The streams after these stories, one atomic write each. */
export const afterAll = (stories: readonly Story[]): Streams => stories.reduce(tell, new Streams());

const tell = (before: Streams, { events, by: actor = clara, at = longAgo }: Story, n: number) => {
  const appends = events(before);
  const decidedOn = appends.map(({ stream }) => before.one(stream));
  return before.with({ commandId: commandNumber(1_000_000 + n), actor, at, decidedOn }, appends);
};
