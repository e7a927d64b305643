/** Lines, and characters of lines, that are written at once. */
const most = { lines: 1000, characters: 8_000_000 };

/** Gathers lines, with what they come with, into pieces to be written at once. */
export async function* lineBatches<T extends { readonly line: string }>(
  items: AsyncIterable<T>,
): AsyncGenerator<readonly T[]> {
  let [batch, characters] = [[] as T[], 0];
  for await (const item of items) {
    batch.push(item);
    characters += item.line.length;
    if (batch.length < most.lines && characters < most.characters) continue;
    yield batch;
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
