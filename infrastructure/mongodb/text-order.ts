/**
 * Compares texts as MongoDB's indexes sort them: by bytes of UTF-8, which is not the order of
 * JavaScript. Negative when `a` comes first, 0 when they are equal.
 */
export const compareText = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));
