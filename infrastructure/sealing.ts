import type { Actor } from '@/domain/shared/actor';
import type { MemberId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import { eventStore } from './store';

/** Seals a text for the person whose reservation it belongs to. Throws PersonForgotten. */
export const sealFor = async (memberId: MemberId, text: string): Promise<Sealed> =>
  (await eventStore()).sealing.seal(memberId, text);

/**
 * What this viewer may read, by `box`: members their own texts, managers everyone's. What is
 * missing from the map is not theirs to read, or was erased; the sealed values stay as they are.
 */
export const openFor = async (
  viewer: Actor,
  sealed: readonly Sealed[],
): Promise<ReadonlyMap<string, string>> => {
  const readable = sealed.filter(({ key }) => viewer.role === 'manager' || key === viewer.id);
  return (await eventStore()).sealing.open(readable);
};
