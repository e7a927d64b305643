import type { Document } from 'mongodb';
import { join } from 'node:path';
import { lineOf } from './document-line';
import { writeLines } from './line-file';
import { fileNames, type BackupFile, type Part } from './manifest';
import type { Progress } from './progress';

/**
 * Writes one part of a backup into its file.
 *
 * @param about how many documents there will be, as far as is known
 */
export const keepPart = async (
  { folder, progress }: { readonly folder: string; readonly progress: Progress },
  part: Part,
  about: number,
  documents: AsyncIterable<Document>,
): Promise<BackupFile> => {
  const name = fileNames[part];
  const told = (done: number, all: number) => {
    progress(`Keeping ${part}`, done, all);
  };
  const lines = async function* () {
    let done = 0;
    for await (const document of documents) {
      yield lineOf(document);
      told((done += 1), Math.max(about, done));
    }
  };
  const { lines: kept, ...written } = await writeLines(join(folder, name), lines());
  told(kept, kept);
  return { name, documents: kept, ...written };
};
