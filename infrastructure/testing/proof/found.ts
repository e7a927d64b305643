import type { StreamRef } from '@/domain/shared/stream';
import type { Break } from '@/infrastructure/proof/breaks';
import type { OpenStore } from '../event-store/toy-store';
import { breaksIn } from './proved';
import { documentOf, replaced } from './tampering';
import { named } from './written-store';

/** What is found while a stream's document is another; afterwards it is as it was. */
export const foundWhile = async (
  store: OpenStore,
  ref: StreamRef,
  change: () => Promise<unknown>,
): Promise<readonly Break[]> => {
  const before = await documentOf(store, ref);
  await change();
  try {
    return await breaksIn(store);
  } finally {
    await replaced(store, ref, before);
  }
};

/** The same, with an update of MongoDB as the change. */
export const foundWith = (
  store: OpenStore,
  ref: StreamRef,
  update: object,
): Promise<readonly Break[]> =>
  foundWhile(store, ref, () => store.collectionOf(ref.type).updateOne(named(ref), update));
