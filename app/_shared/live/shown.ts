import { divideStreamName } from '@/domain/shared/stream-name';
import type { LiveChange } from '@/infrastructure/live-feed';

/** What a page shows, so that it can tell which changes concern it. Plain JSON. */
export type Shown = {
  /** Position of the log before the page was read: what came later may not be in it. */
  readonly seen: number;
  /** Streams by name, each with the position that is shown; null where that is not known. */
  readonly streams: Readonly<Record<string, number | null>>;
  /** Also every stream of these types: a list to which others may be added. */
  readonly streamTypes?: readonly string[];
  /** Also whatever this member does. */
  readonly memberId?: string;
};

/** True for a change that the page does not show yet. */
export const concerns = (shown: Shown, change: LiveChange): boolean => {
  const known = shown.streams[change.streamName];
  if (typeof known === 'number') return change.streamPosition > known;
  if (change.position <= shown.seen) return false;
  if (known === null) return true;
  const { type } = divideStreamName(change.streamName);
  return (shown.streamTypes?.includes(type) ?? false) || shown.memberId === change.actorId;
};
