import { expect } from 'vitest';

/**
 * Stands in `toMatchObject` for a text that this pattern matches. A pattern alone matches everything
 * there: it has no members of its own that could differ.
 */
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
