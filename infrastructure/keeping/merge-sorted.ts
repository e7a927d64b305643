/** Merges a few sources that are sorted into one that is. */
export async function* mergeSorted<T>(
  sources: readonly AsyncIterable<T>[],
  compare: (a: T, b: T) => number,
): AsyncGenerator<T> {
  const heads: Head<T>[] = [];
  for (const source of sources) heads.push(...(await headOf(source[Symbol.asyncIterator]())));
  for (;;) {
    const least = heads.sort((a, b) => compare(a.value, b.value)).shift();
    if (!least) return;
    yield least.value;
    heads.push(...(await headOf(least.from)));
  }
}

/** The next of a source, and where it came from. */
type Head<T> = { readonly value: T; readonly from: AsyncIterator<T> };

const headOf = async <T>(from: AsyncIterator<T>): Promise<readonly Head<T>[]> => {
  const next = await from.next();
  return next.done ? [] : [{ value: next.value, from }];
};
