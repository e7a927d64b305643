import type { LeaseTimes } from '@/infrastructure/lease';
import { startChild, type Child } from '../event-store/child';
import type { OpenStore } from '../event-store/toy-store';
import { testMongodbUri } from '../test-mongodb';
import type { SequencerMessage } from './child-sequencer';
import { quick } from './logs';

/** A candidate for the sequencer in a process of its own. */
export type Candidate = Pick<Child, 'process' | 'kill'> & {
  /** What it tells next that fits; whatever comes before is passed over. */
  readonly until: (fits: (message: SequencerMessage) => boolean) => Promise<SequencerMessage>;
};

/** Starts a candidate on the log of a store; ready when this resolves. */
export const startCandidate = async (
  { databaseName }: OpenStore,
  { uri = testMongodbUri(), times = quick }: { uri?: string; times?: LeaseTimes } = {},
): Promise<Candidate> => {
  const program = '../event-log/child-sequencer.ts';
  const child = startChild(program, uri, databaseName, JSON.stringify(times));
  const until = async (fits: (message: SequencerMessage) => boolean) => {
    for (;;) {
      const message = (await child.next()) as SequencerMessage;
      if (fits(message)) return message;
    }
  };
  await until(({ kind }) => kind === 'ready');
  return { process: child.process, kill: child.kill, until };
};

/** True for the news that the log stands at this position or beyond. */
export const standsAt =
  (position: number) =>
  (message: SequencerMessage): boolean =>
    message.kind === 'moved' && message.position >= position;
