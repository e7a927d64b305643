import type { LogState } from '../event-log/log-documents';
import type { Checkpoint } from '../event-log/subscription';
import type { Breaks } from './breaks';
import { besideStreams, type ProofSource } from './source';

/** What was found of the checkpoints. */
export type CheckpointCounts = {
  readonly checkpoints: number;
  /** Those of a log that was lost since: their subscriptions say so and wait for an operator. */
  readonly ofAnotherLog: readonly string[];
};

/** Checks that nobody has handled more than the log holds. */
export const checkCheckpoints = async (
  source: ProofSource,
  state: LogState | undefined,
  breaks: Breaks,
): Promise<CheckpointCounts> => {
  let checkpoints = 0;
  const ofAnotherLog: string[] = [];
  const end = state?.position ?? 0;
  for await (const { _id, generation, position } of besideStreams<Checkpoint>(
    source,
    'subscriptions',
    { sort: { _id: 1 } },
  )) {
    checkpoints += 1;
    if (generation !== state?.generation) ofAnotherLog.push(_id);
    else if (position > end) {
      const what = `the checkpoint of ${_id} stands at ${position}, but the log ends at ${end}`;
      breaks.add([{ kind: 'checkpoint', logPosition: position, what }]);
    }
  }
  return { checkpoints, ofAnotherLog };
};
