import { startProxy, type Verdict } from '../event-store/proxy';
import type { OpenStore } from '../event-store/toy-store';
import { testMongodbUri } from '../test-mongodb';
import { startCandidate, type Candidate } from './candidates';

/** A command on its way to the database: the nth of its name since we count, but for those of leases. */
export type Moment = {
  readonly command: string;
  readonly nth: number;
  /** Killed before it arrives, or after it was carried out and before its answer arrives. */
  readonly when: 'before' | 'after';
};

/**
 * Starts a candidate for the sequencer that is killed with `kill -9` at a moment, counted from when
 * `working` resolves. Resolves when it is dead.
 */
export const killAt = async (
  store: OpenStore,
  { command, nth, when }: Moment,
  working: (candidate: Candidate) => Promise<unknown>,
): Promise<void> => {
  const proxy = await startProxy(testMongodbUri());
  const candidate = startCandidate(store, { uri: proxy.uri });
  let [counted, counting] = [0, false];
  const killed = new Promise<void>((resolve, reject) => {
    const kill = async (): Promise<Verdict> => {
      await candidate.then(({ kill }) => kill());
      resolve();
      return 'cut before';
    };
    proxy.judge((name, collection) => {
      if (counted === nth) return kill();
      if (!counting || name !== command || collection === 'leases') return 'pass';
      counted += 1;
      if (counted < nth) return 'pass';
      return when === 'before' ? kill() : 'cut after';
    });
    candidate.then(working).then(() => (counting = true), reject);
  });
  await killed;
};
