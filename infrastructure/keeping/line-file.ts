import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { pipeline as piped } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Replaces a small file by a text at once and through to the disk; for its owner only. */
export const writeThrough = async (path: string, text: string): Promise<void> => {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
};

/** The lines of a compressed file, one after another. Throws when it is cut short or damaged. */
export const readLines = (path: string): AsyncGenerator<string> =>
  linesOf(piped(createReadStream(path), createGunzip().setEncoding('utf8'), () => undefined));

/** The lines of a file that is not compressed. */
export const readPlainLines = (path: string): AsyncGenerator<string> =>
  linesOf(createReadStream(path, 'utf8'));

/** Bytes and SHA-256 of a file as it lies on the disk. */
export const sumOf = async (
  path: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
};

// Not Node's readline: it does not tell when the stream behind it breaks.
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const [end = '', ...others] = chunk.split('\n');
    begun.push(end);
    const next = others.pop();
    if (next === undefined) continue;
    yield begun.join('');
    yield* others;
    begun = [next];
  }
  const last = begun.join('');
  if (last !== '') yield last;
}
