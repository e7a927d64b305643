import type { Instant } from '@/domain/shared/time';

/** Milliseconds since 1970, with fractions. */
export type Clock = () => number;

/** The wall clock of this process. */
export const systemClock: Clock = () => Date.now();

/** `2026-11-20T09:00:00.000Z`. */
export const instantAt = (milliseconds: number): Instant =>
  new Date(milliseconds).toISOString() as Instant;

/**
 * The stamp of an atomic write, in µs since 1970: now, or one more than the newest stamp of the
 * streams it was decided on. Sorted by it, no effect precedes its cause, whatever the clocks.
 */
export const commitStamp = (milliseconds: number, lastCommits: Iterable<number>): number => {
  let stamp = Math.floor(milliseconds * 1000);
  for (const last of lastCommits) stamp = Math.max(stamp, last + 1);
  return stamp;
};
