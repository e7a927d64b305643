import { Timestamp } from 'mongodb';
import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { writeThrough } from './line-file';

/** What is known of a reading at one moment that has not come to its end. */
export type Unfinished<Done> = {
  /** Which store is read; see `storeIdentity`. */
  readonly store: string;
  readonly at: Timestamp;
  /** How much of its past the server kept before it was told to keep more; null when it was not. */
  readonly historyBefore: number | null;
  readonly done: Done;
};

/** A file beside what is written, that says how far it is. */
export type Note<Done> = {
  /** Undefined when there is none, or none that this version can read. */
  readonly read: () => Promise<Unfinished<Done> | undefined>;
  /** Replaces it, through to the disk. */
  readonly write: (unfinished: Unfinished<Done>) => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** The note at a path, whether it is there or not. */
export const noteAt = <Done>(path: string, done: z.ZodType<Done>): Note<Done> => {
  const schema = z.strictObject({
    format: z.literal('roomlog-unfinished'),
    version: z.literal(1),
    store: z.string(),
    at: z.string().regex(/^\d{1,20}$/),
    historyBefore: z.int().nullable(),
    done,
  });
  return {
    read: async () => {
      const text = await readFile(path, 'utf8').catch(() => 'null');
      const read = schema.safeParse(jsonOf(text));
      if (!read.success) return undefined;
      const { store, at, historyBefore, done: its } = read.data;
      return { store, at: momentOf(at), historyBefore, done: its };
    },
    write: ({ at, ...others }) => {
      const format = { format: 'roomlog-unfinished', version: 1 };
      const text = JSON.stringify({ ...format, ...others, at: String(at.toBigInt()) });
      return writeThrough(path, text);
    },
    remove: () => rm(path, { force: true }),
  };
};

const momentOf = (text: string) => new Timestamp(BigInt(text));

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
