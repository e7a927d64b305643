import type { ResumeToken, Timestamp } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';

/** An event in the log: its place in the one order over all streams, and its link in the log's chain. */
export type LogEntry = {
  /** The position: 1 for the first entry of a generation, then one more each, without a gap. */
  readonly _id: number;
  readonly streamType: string;
  /** The event as its stream's document holds it. */
  readonly event: Recorded;
  /**
   * The newest recorded time up to here, null while no event had one. It never falls, where recorded
   * times go back and forth as far as the clocks of servers differ.
   */
  readonly reached: Instant | null;
  /** Hash of the entry before; null for the first. */
  readonly previousHash: string | null;
  readonly hash: string;
};

/** Where the log stands; one document, written together with the entries. */
export type LogState = {
  readonly _id: 'log';
  /** Names this order of events; a log that was lost and rebuilt is another generation. */
  readonly generation: string;
  /** Position of the newest entry; 0 while there is none. */
  readonly position: number;
  readonly headHash: string | null;
  /** As in the newest entry. */
  readonly reached: Instant | null;
  /** The most that the recorded time of an entry lies behind what was reached before it. */
  readonly mostBehindMs: number;
  /**
   * Where the change stream goes on: after a token, or from a time on. Both are null when the log must
   * first be completed from the streams.
   */
  readonly resumeToken: ResumeToken;
  readonly resumeTime: Timestamp | null;
  /** Fencing token of the sequencer that wrote last; one with a lower token writes no more. */
  readonly fence: number;
  /** The logs it was restored from; missing when it was not. */
  readonly restoredFrom?: readonly RestoredFrom[];
  /** The newest times the log had to be completed from the streams, and why; the last ten. */
  readonly recoveries: readonly Recovery[];
};

/** A log that was restored: up to this position, another generation has the same entries. */
export type RestoredFrom = { readonly generation: string; readonly position: number };

/** One time the log was completed from the stream documents. */
export type Recovery = {
  readonly at: Date;
  readonly reason: string;
  /** How many entries were missing. */
  readonly entries: number;
};
