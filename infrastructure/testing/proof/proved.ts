import type { Break } from '@/infrastructure/proof/breaks';
import type { LogPlace } from '@/infrastructure/proof/log-place';
import { prove, type Proof } from '@/infrastructure/proof/prove';
import { openProofSource } from '@/infrastructure/proof/source';
import type { OpenStore } from '../event-store/toy-store';

/** Proves the database of a store as it is now; tells nothing of keys where `withoutKeys`. */
export const proved = async (
  { client, databaseName }: OpenStore,
  kept?: LogPlace,
  withoutKeys = false,
): Promise<Proof> =>
  prove(await openProofSource(client, databaseName), {
    kept,
    withoutKeys,
    patienceMs: 3000,
    progress: () => undefined,
  });

/** The first break of each kind that is found now. */
export const breaksIn = async (store: OpenStore, kept?: LogPlace): Promise<readonly Break[]> =>
  (await proved(store, kept)).breaks.map(({ first }) => first);
