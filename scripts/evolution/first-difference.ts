/** Where two JSON values first differ: the path, and what is there in each; undefined when nowhere. */
export function firstDifference(
  was: unknown,
  is: unknown,
  path = '',
): { readonly path: string; readonly was: string; readonly is: string } | undefined {
  if (!isBranch(was) || !isBranch(is) || Array.isArray(was) !== Array.isArray(is)) {
    return Object.is(was, is) ? undefined : { path, was: told(was), is: told(is) };
  }
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const inner = path === '' ? key : `${path}.${key}`;
    const found = firstDifference(was[key], is[key], inner);
    if (found) return found;
  }
  return undefined;
}

type Branch = { readonly [key: string]: unknown };

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

const told = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
