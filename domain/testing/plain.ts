/**
 * Event data as it comes back from the store: undefined members left out.
 * Throws a TypeError for what the store would refuse: anything that JSON cannot hold as it is.
 */
export const plain = <Value>(value: Value): Value => {
  const stored = JSON.parse(JSON.stringify(value)) as Value;
  assertUnchanged(value, stored, 'data');
  return stored;
};

const assertUnchanged = (value: unknown, stored: unknown, path: string): void => {
  if (Object.is(value, stored)) return;
  if (!isPlainObject(value) || !isPlainObject(stored)) {
    throw new TypeError(`Event data must be plain JSON: ${path} is ${String(value)}`);
  }
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined && !Array.isArray(value)) continue;
    assertUnchanged(member, stored[key], `${path}.${key}`);
  }
};

const isPlainObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
