import { expect } from 'vitest';
import { testMongodbUri } from '../test-mongodb';
import { startProxy } from './proxy';
import { ana, sent, type ToyDefinition } from './toy-commands';
import { openStore, type OpenStore } from './toy-store';
import type { TallyRef } from './toy-streams';

/** A store that counts its transactions, and is handed whole groups of commands. */
export const openGroupStore = async () => {
  const proxy = await startProxy(testMongodbUri());
  const store = await openStore({ uri: proxy.uri });
  let commits = 0;
  proxy.judge((command) => {
    if (command === 'commitTransaction') commits += 1;
    return 'pass';
  });
  return {
    store,
    uri: proxy.uri,
    /** Hands them in at once, so that one group takes them all. */
    together: (definitions: readonly ToyDefinition[], through: OpenStore = store) => {
      commits = 0;
      return Promise.allSettled(definitions.map((d) => through.execute(d, sent(), ana)));
    },
    /** How many transactions were committed since. */
    transactions: () => commits,
    /** Position and sum of each stream. */
    endsOf: (...streams: readonly TallyRef[]) =>
      Promise.all(
        streams.map(async (ref) => {
          const { position, state, foldMatches } = await store.readWhole(ref);
          return foldMatches ? [position, state.sum] : 'state and history differ';
        }),
      ),
  };
};

export type GroupStore = Awaited<ReturnType<typeof openGroupStore>>;

/** How a command that counts ended. */
export const accepted = (sum: number) => ({
  status: 'fulfilled',
  value: { status: 'accepted', answer: { sums: [sum] } },
});

/** How a command ended that threw. */
export const failedWith = (message: RegExp) => ({
  status: 'rejected',
  reason: expect.objectContaining({ message: expect.stringMatching(message) as string }) as Error,
});
