import type { Document } from 'mongodb';
import { join } from 'node:path';
import { z } from 'zod';
import { documentOf, lineOf } from './document-line';
import { growFile, nothingWritten, written } from './growing-file';
import { lineBatches } from './line-batches';
import { fileNames, type Part } from './manifest';
import type { Progress } from './progress';

/** The schema of `KeptPart`. */
export const keptPart = written.extend({
  /** Events in the documents. */
  events: z.int().nonnegative(),
  /** The source that is read now, by its place among them. */
  source: z.int().nonnegative(),
  /** The id of the last document of that source that is kept, as a line; null for none. */
  after: z.string().nullable(),
  whole: z.boolean(),
});

/** How far a part of a backup is; its lines are documents. */
export type KeptPart = z.infer<typeof keptPart>;

/** Of a part that is still to be begun. */
const nothingKept: KeptPart = {
  ...nothingWritten,
  events: 0,
  source: 0,
  after: null,
  whole: false,
};

/** What a part of a backup consists of. */
export type PartContents = {
  /** How many documents there will be, as far as is known. */
  readonly about: number;
  /** Each gives its documents by id, all or those after one. */
  readonly sources: readonly ((after: unknown) => AsyncIterable<Document>)[];
};

/**
 * Writes one part of a backup into its file, from its beginning or from where it was broken off; then
 * the file comes out as if it had not been.
 *
 * @param noted is told after each piece that lies on the disk
 */
export const keepPart = async (
  { folder, progress }: { readonly folder: string; readonly progress: Progress },
  part: Part,
  { about, sources }: PartContents,
  left: KeptPart | undefined,
  noted: (kept: KeptPart) => Promise<void>,
): Promise<KeptPart> => {
  let kept = left ?? nothingKept;
  const tell = () => {
    const all = kept.whole ? kept.lines : Math.max(about, kept.lines);
    progress(`Keeping ${part}`, kept.lines, all);
  };
  if (!kept.whole) {
    const file = await growFile(join(folder, fileNames[part]), 'gzip', kept);
    try {
      tell();
      for (const source of sources.slice(kept.source)) {
        const documents = source(kept.after === null ? undefined : documentOf(kept.after)._id);
        for await (const batch of lineBatches(withLines(documents))) {
          const its = await file.append(batch.map(({ line }) => line));
          kept = { ...kept, ...its, ...endOf(batch, kept.events) };
          await noted(kept);
          tell();
        }
        kept = { ...kept, source: kept.source + 1, after: null };
      }
      // Nothing at all is no compressed file.
      if (kept.bytes === 0) kept = { ...kept, ...(await file.append([])) };
    } finally {
      await file.close();
    }
    kept = { ...kept, whole: true };
    await noted(kept);
  }
  tell();
  return kept;
};

type Line = { readonly line: string; readonly document: Document };

async function* withLines(documents: AsyncIterable<Document>): AsyncGenerator<Line> {
  for await (const document of documents) yield { line: lineOf(document), document };
}

const endOf = (batch: readonly Line[], eventsBefore: number) => {
  const messages = batch.map(({ document }) => document.messages as readonly unknown[] | undefined);
  const events = messages.reduce((sum, its) => sum + (its?.length ?? 0), eventsBefore);
  return { events, after: lineOf({ _id: batch.at(-1)?.document._id as unknown }) };
};
