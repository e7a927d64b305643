import { isDeepStrictEqual } from 'node:util';

/** True when two values are the same as JSON: members that are undefined do not count. */
export const sameJson = (a: unknown, b: unknown): boolean => isDeepStrictEqual(plain(a), plain(b));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
