import { Counter, Histogram, type Registry } from 'prom-client';
import type { Ended } from '../event-store/attempt';
import type { AttemptObserver, StoreObserver } from '../event-store/observer';

/** From a quick answer to the patience of the lane, in seconds. */
const seconds = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
const sizes = [1, 2, 5, 10, 20, 50, 100];

/**
 * Measures a store at work. Its labels are types and codes that stand in our code: never an id, so
 * their number is bounded.
 */
export const storeMetrics = (registry: Registry): StoreObserver => {
  const registers = [registry];
  const commands = new Histogram({
    name: 'roomlog_command_seconds',
    help: 'Time from handing a command in to its outcome',
    labelNames: ['type', 'outcome'],
    buckets: seconds,
    registers,
  });
  const refusals = new Counter({
    name: 'roomlog_refusals_total',
    help: 'Refused commands, by the code of the refusal',
    labelNames: ['code'],
    registers,
  });
  const groups = new Histogram({
    name: 'roomlog_group_size',
    help: 'Commands that one attempt takes together',
    buckets: sizes,
    registers,
  });
  const attempts = new Counter({
    name: 'roomlog_group_attempts_total',
    help: 'Attempts at groups, by how they ended; conflict: another writer was first',
    labelNames: ['result'],
    registers,
  });
  const retries = new Counter({
    name: 'roomlog_group_retries_total',
    help: 'Attempts at groups that were tried before',
    registers,
  });
  const steps = new Histogram({
    name: 'roomlog_group_step_seconds',
    help: 'Time of each step of an attempt',
    labelNames: ['step'],
    buckets: seconds,
    registers,
  });
  const appended = new Counter({
    name: 'roomlog_events_appended_total',
    help: 'Events appended, by the type of their stream',
    labelNames: ['stream_type'],
    registers,
  });
  const read = new Counter({
    name: 'roomlog_streams_read_total',
    help: 'Streams read, by their type, for a command or for a page',
    labelNames: ['stream_type', 'for'],
    registers,
  });

  const attempt = (): AttemptObserver => {
    let endStep: (() => unknown) | undefined;
    return {
      step: (step) => {
        endStep?.();
        endStep = steps.startTimer({ step });
      },
      committed: (streams) => {
        endStep?.();
        attempts.inc({ result: 'committed' });
        for (const { ref, newEvents } of streams) {
          read.inc({ stream_type: ref.type, for: 'command' });
          if (newEvents.length > 0) appended.inc({ stream_type: ref.type }, newEvents.length);
        }
      },
      failed: (failure) => {
        attempts.inc({ result: failure });
      },
    };
  };

  return {
    command: ({ type }) => {
      const end = commands.startTimer({ type });
      return (ended) => {
        end({ outcome: outcomeOf(ended) });
        const code = refusalCodeOf(ended);
        if (code) refusals.inc({ code });
      };
    },
    attempt: (jobs, tries) => {
      groups.observe(jobs.length);
      if (tries > 1) retries.inc();
      return attempt();
    },
    read: (streamType, streams) => {
      read.inc({ stream_type: streamType, for: 'page' }, streams);
    },
  };
};

/** What came of a command, in a word; `failed` is a bug or a broken write. */
export const outcomeOf = (ended: Ended): 'accepted' | 'refused' | 'failed' =>
  'outcome' in ended ? ended.outcome.status : 'failed';

/** The code of a refusal; undefined when it was none. */
export const refusalCodeOf = (ended: Ended) =>
  'outcome' in ended && ended.outcome.status === 'refused' ? ended.outcome.refusal.code : undefined;
