import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';

const count = z.int().nonnegative();

/** The schema of `Written`. */
export const written = z.object({
  lines: count,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How far a file is written: its lines, its bytes as they lie on the disk, and their SHA-256 in hex. */
export type Written = z.infer<typeof written>;

/** Of a file that is still to be begun. */
export const nothingWritten: Written = {
  lines: 0,
  bytes: 0,
  sha256: createHash('sha256').digest('hex'),
};

/** How lines lie in a file: as they are, or each piece compressed by itself. */
export type Packing = 'plain' | 'gzip';

/** A file for its owner only, that grows piece by piece. */
export type GrowingFile = {
  /** Adds lines, through to the disk, and tells how far the file is written then. */
  readonly append: (lines: readonly string[]) => Promise<Written>;
  readonly close: () => Promise<void>;
};

/**
 * Opens a file to write on from a place it was written up to; what lies behind is cut off. The same
 * pieces make the same file, however often it was opened anew in between.
 *
 * @param from must be so on the disk; see `isWritten`
 */
export const growFile = async (
  path: string,
  packing: Packing,
  from: Written,
): Promise<GrowingFile> => {
  const file = await open(path, from.bytes === 0 ? 'w' : 'r+', 0o600);
  try {
    await file.truncate(from.bytes);
    return growing(file, await hashOf(path, from.bytes), packing, from);
  } catch (error) {
    await file.close();
    throw error;
  }
};

/** Whether a file begins with what was written, by its sum. */
export const isWritten = async (path: string, { bytes, sha256 }: Written): Promise<boolean> => {
  if (bytes === 0) return true;
  const hash = await hashOf(path, bytes).catch(() => undefined);
  return hash?.digest('hex') === sha256;
};

const growing = (file: FileHandle, hash: Hash, packing: Packing, from: Written): GrowingFile => {
  let { lines: all, bytes } = from;
  return {
    append: async (lines) => {
      const packed = await pack[packing](lines.map((line) => `${line}\n`).join(''));
      for (let at = 0; at < packed.length;) {
        at += (await file.write(packed, at, packed.length - at, bytes + at)).bytesWritten;
      }
      await file.datasync();
      hash.update(packed);
      all += lines.length;
      bytes += packed.length;
      return { lines: all, bytes, sha256: hash.copy().digest('hex') };
    },
    close: () => file.close(),
  };
};

const compress = promisify<string, Buffer>(gzip);

const pack: { readonly [P in Packing]: (text: string) => Promise<Buffer> } = {
  plain: (text) => Promise.resolve(Buffer.from(text)),
  gzip: (text) => compress(text),
};

/** The sum of the first bytes of a file. */
const hashOf = async (path: string, bytes: number): Promise<Hash> => {
  const hash = createHash('sha256');
  if (bytes === 0) return hash;
  const begin = createReadStream(path, { end: bytes - 1 }) as AsyncIterable<Buffer>;
  for await (const chunk of begin) hash.update(chunk);
  return hash;
};
