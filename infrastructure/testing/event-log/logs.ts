import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll } from 'vitest';
import type { LogEntry, LogState } from '@/infrastructure/event-log/log-documents';
import { logState, openLog, type EventLog } from '@/infrastructure/event-log/open-log';
import { sequence } from '@/infrastructure/event-log/sequencer';
import { openLeases, underLease, type LeaseTimes } from '@/infrastructure/lease';
import type { OpenStore } from '../event-store/toy-store';

const stopping: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(stopping.splice(0).map((stop) => stop()));
});

/** The log of a store. */
export const logOf = ({ client, databaseName, storage }: OpenStore): Promise<EventLog> =>
  openLog(client, client.db(databaseName), storage);

/** A sequencer at work, as a process of its own would have it; ended with the file at the latest. */
export type Sequencing = {
  readonly stop: () => Promise<void>;
  /** Why the log was completed from the streams, each time. */
  readonly completions: readonly string[];
  readonly failures: readonly unknown[];
};

/** Times that make a test short. */
export const quick: LeaseTimes = { lastsMs: 1500, renewMs: 300, retryMs: 100 };

/** Starts a candidate for the sequencer. */
export const startSequencer = async (
  log: EventLog,
  times: LeaseTimes = quick,
): Promise<Sequencing> => {
  const leases = await openLeases(log.db);
  const stop = new AbortController();
  const completions: string[] = [];
  const failures: unknown[] = [];
  const told = {
    moved: () => undefined,
    completed: (_: LogState, reason: string) => void completions.push(reason),
  };
  const working = underLease(leases, 'sequencer', uuidv7(), (held) => sequence(log, held, told), {
    stop: stop.signal,
    failed: (error) => void failures.push(error),
    times,
  });
  const end = async () => {
    stop.abort();
    await working;
  };
  stopping.push(end);
  return { stop: end, completions, failures };
};

/** The whole log, once it holds so many entries. Throws when that takes longer than 20 s. */
export const logOnce = async (log: EventLog, entries: number): Promise<readonly LogEntry[]> => {
  const late = Date.now() + 20_000;
  for (;;) {
    const state = await logState(log);
    if ((state?.position ?? 0) >= entries) return log.entries.find().sort({ _id: 1 }).toArray();
    if (Date.now() > late) {
      throw new Error(`The log holds ${state?.position ?? 'nothing'}, not ${entries} entries`);
    }
    await pause(20);
  }
};
