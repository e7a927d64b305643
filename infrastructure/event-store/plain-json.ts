/** What event data may hold: what JSON holds, and what MongoDB and a browser read back the same. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const deepest = 64;
// MongoDB's driver takes `_bsontype` and `$ref` for types of its own.
const unsafeKeys = new Set(['__proto__', '_bsontype']);

/**
 * Gives event data as plain JSON: members that are undefined are left out, everything else is kept.
 * Throws a TypeError that names the path for what would not come back the same from MongoDB, an
 * export and a browser: Date, bigint, NaN and infinities, −0, integers above 2^53, holes,
 * undefined in arrays, ill-formed strings, symbols, functions, class instances, keys that begin with
 * `$`, hold NUL or are `__proto__` or `_bsontype`, more than 64 levels.
 *
 * @example plainJson({ a: 1, b: undefined }) // { a: 1 }
 */
export const plainJson = (value: unknown, path = 'data', depth = 0): Json => {
  if (depth > deepest) return refuse(path, 'nested too deeply');
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    return value.isWellFormed() ? value : refuse(path, 'an ill-formed string');
  }
  if (typeof value === 'number') return plainNumber(value, path);
  if (typeof value !== 'object') return refuse(path, `a ${typeof value}`);
  if (Array.isArray(value)) return plainArray(value, path, depth);
  return plainObject(value, path, depth);
};

const plainNumber = (value: number, path: string) => {
  if (!Number.isFinite(value)) return refuse(path, String(value));
  if (Object.is(value, -0)) return refuse(path, '-0');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return refuse(path, 'an integer above 2^53');
  }
  return value;
};

const plainArray = (value: readonly unknown[], path: string, depth: number) => {
  const plain: Json[] = [];
  for (let i = 0; i < value.length; i += 1) {
    if (!(i in value)) return refuse(`${path}[${i}]`, 'a hole');
    plain.push(plainJson(value[i], `${path}[${i}]`, depth + 1));
  }
  return plain;
};

const plainObject = (value: object, path: string, depth: number) => {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return refuse(path, `an instance of ${value.constructor.name}`);
  }
  const plain: { [key: string]: Json } = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    if (unsafeKeys.has(key) || /^\$|\0/.test(key) || !key.isWellFormed()) {
      return refuse(path, `the key ${JSON.stringify(key)}`);
    }
    plain[key] = plainJson(member, `${path}.${key}`, depth + 1);
  }
  return plain;
};

const refuse = (path: string, what: string): never => {
  throw new TypeError(`Event data must be plain JSON: ${path} is ${what}`);
};
