/**
 * A value as text, with the members of objects in one order and undefined ones left out: two values
 * are the same plain JSON when their texts are equal.
 */
const canonical = (value: unknown): string => JSON.stringify(value, sorted, 2);

/** Whether two values are the same plain JSON; the order of members does not matter. */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
