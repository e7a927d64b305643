import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline as piped } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** What a file came to: its lines, its bytes as they lie on the disk, and their SHA-256 in hex. */
export type Written = { readonly lines: number; readonly bytes: number; readonly sha256: string };

/** Writes lines to a compressed file, through to the disk; whatever was there is replaced. */
export const writeLines = async (path: string, lines: AsyncIterable<string>): Promise<Written> => {
  const hash = createHash('sha256');
  let [count, bytes] = [0, 0];
  const counted = async function* () {
    for await (const line of lines) {
      count += 1;
      yield line;
    }
  };
  await writeThrough(path, (file) =>
    pipeline(inChunks(counted()), createGzip(), async (compressed: AsyncIterable<Buffer>) => {
      for await (const chunk of compressed) {
        hash.update(chunk);
        bytes += chunk.length;
        await file.appendFile(chunk);
      }
    }),
  );
  return { lines: count, bytes, sha256: hash.digest('hex') };
};

/** The same, not compressed. */
export const writePlainLines = (path: string, lines: AsyncIterable<string>): Promise<void> =>
  writeThrough(path, async (file) => {
    for await (const chunk of inChunks(lines)) await file.appendFile(chunk);
  });

/** Writes a file for its owner only, through to the disk; whatever was there is replaced. */
export const writeThrough = async (
  path: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> => {
  const file = await open(path, 'w', 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
};

const chunkLength = 1 << 16;

async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** The lines of a compressed file, one after another. Throws when it is cut short or damaged. */
export const readLines = (path: string): AsyncGenerator<string> =>
  linesOf(piped(createReadStream(path), createGunzip().setEncoding('utf8'), () => undefined));

/** The lines of a file that is not compressed. */
export const readPlainLines = (path: string): AsyncGenerator<string> =>
  linesOf(createReadStream(path, 'utf8'));

/** Bytes and SHA-256 of a file as it lies on the disk. */
export const sumOf = async (path: string): Promise<Omit<Written, 'lines'>> => {
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
