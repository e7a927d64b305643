import type { Actor } from '@/domain/shared/actor';
import type { Answer } from '@/domain/shared/command';
import type { MemberId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import { refused } from './event-store/decide';
import type { Outcome } from './event-store/outcome';
import { PersonForgotten } from './event-store/sealing';
import { eventStore } from './store';

/**
 * Seals a text for the person whose reservation it belongs to. Throws PersonForgotten: see
 * {@link unlessForgotten}.
 */
export const sealFor = async (memberId: MemberId, text: string): Promise<Sealed> =>
  (await eventStore()).sealing.seal(memberId, text);

/**
 * Carries out what seals texts and sends them. Where the person they belong to was forgotten, the
 * answer is the refusal PERSON_FORGOTTEN and nothing was sent.
 */
export const unlessForgotten = async <A extends Answer>(
  send: () => Promise<Outcome<A>>,
): Promise<Outcome<A>> => {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof PersonForgotten)) throw error;
    return refused({ code: 'PERSON_FORGOTTEN', memberId: error.memberId }) as Outcome<A>;
  }
};

/** A text as someone may know it: null when it was erased, because its person was forgotten. */
export type OpenedText = string | null;

/**
 * What this viewer may read, by `box`: members their own texts, managers everyone's. What is
 * missing from the map is not theirs to read; that a text was erased may be known by everyone. The
 * sealed values stay as they are.
 */
export const openFor = async (
  viewer: Actor | undefined,
  sealed: readonly Sealed[],
): Promise<ReadonlyMap<string, OpenedText>> => {
  const { sealing } = await eventStore();
  const readable = sealed.filter(({ key }) => viewer?.role === 'manager' || key === viewer?.id);
  const [texts, forgotten] = await Promise.all([
    sealing.open(readable),
    sealing.forgotten([...new Set(sealed.map(({ key }) => key))]),
  ]);
  const erased = sealed.filter(({ key }) => forgotten.has(key));
  return new Map([...texts, ...erased.map(({ box }) => [box, null] as const)]);
};
