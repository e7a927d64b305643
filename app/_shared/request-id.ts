import { v7 } from 'uuid';

/** Names one request, over all that it causes here and elsewhere. */
export const requestIdHeader = 'x-request-id';

const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/**
 * The id of a request: the one it brought when that is well formed (8 to 64 letters, digits, dots,
 * dashes and underscores), else a new UUIDv7.
 */
export const requestIdOf = (brought: string | null): string =>
  brought !== null && wellFormed.test(brought) ? brought : v7();
