import type { Actor } from '@/domain/shared/actor';
import type { Sealed } from '@/domain/shared/sealed';
import { openFor, type OpenedText } from '../sealing';

/**
 * Personal text this viewer may read, by `box`; null for what was erased. The sealed values stay where
 * they are.
 */
export type OpenedTexts = Readonly<Record<string, OpenedText>>;

/**
 * Opens what this viewer may read, as plain JSON for a page; without a viewer nothing is opened.
 */
export const openedTexts = async (
  viewer: Actor | undefined,
  sealed: Iterable<Sealed | null | undefined>,
): Promise<OpenedTexts> => {
  const given = [...sealed].filter((s): s is Sealed => s !== null && s !== undefined);
  if (given.length === 0) return {};
  return Object.fromEntries(await openFor(viewer, given));
};
