/** A pure function of texts that remembers what it gave: Temporal takes its time. */
export const remembered = <Args extends readonly string[], Result>(
  work: (...args: Args) => Result,
): ((...args: Args) => Result) => {
  const known = new Map<string, { readonly result: Result }>();
  return (...args) => {
    const key = args.join(' ');
    const earlier = known.get(key);
    if (earlier) return earlier.result;
    const result = work(...args);
    known.set(key, { result });
    return result;
  };
};
