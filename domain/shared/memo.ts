const most = 20_000;

/**
 * Keeps what a pure function of two texts gave; for what is asked over and over and takes its time.
 * Forgets everything when it holds 20,000 results, so that it never grows without bound.
 */
export const memo = <A extends string, B extends string, Result>(
  compute: (a: A, b: B) => Result,
): ((a: A, b: B) => Result) => {
  const known = new Map<string, { readonly result: Result }>();
  return (a, b) => {
    const key = `${a} ${b}`;
    const before = known.get(key);
    if (before) return before.result;
    if (known.size >= most) known.clear();
    const result = compute(a, b);
    known.set(key, { result });
    return result;
  };
};
