import type { Collection, Document } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import { documentOf } from './document-line';
import { lineBatches } from './line-batches';
import { isLost } from './read-on';

/** A document, and where it belongs. */
export type Placed = { readonly collection: Collection; readonly document: Document };

/** How kept documents are put back. */
export type PuttingBack = {
  /** What it gives undefined for is left out. */
  readonly placeOf: (document: Document) => Placed | undefined;
  /** How many lines are in; of the piece behind them some may be as well. */
  readonly linesIn: number;
  /** Is told at the beginning, and after each piece, how many lines are in; after a piece before the next. */
  readonly told: (linesIn: number) => Promise<void>;
};

const giveUpAfterMs = 60_000;
const pauseMs = 500;

/**
 * Writes kept documents into their collections, as they were to the byte, from a line on. When the
 * connection or the server is lost on the way it tries again, for a minute.
 */
export const putBack = async (
  lines: AsyncIterable<string>,
  { placeOf, linesIn, told }: PuttingBack,
): Promise<void> => {
  let done = linesIn;
  await told(done);
  for await (const batch of lineBatches(behind(lines, linesIn))) {
    const gathered = new Map<Collection, Document[]>();
    for (const { line } of batch) {
      const placed = placeOf(documentOf(line));
      if (!placed) continue;
      const { collection, document } = placed;
      const documents = gathered.get(collection);
      if (documents) documents.push(document);
      else gathered.set(collection, [document]);
    }
    for (const [collection, documents] of gathered) {
      await put(collection, documents, done === linesIn);
    }
    done += batch.length;
    await told(done);
  }
};

async function* behind(lines: AsyncIterable<string>, count: number) {
  let line = 0;
  for await (const text of lines) if ((line += 1) > count) yield { line: text };
}

/** @param maybeThere some of the documents may be there from a try that was broken off */
const put = async (
  collection: Collection,
  documents: readonly Document[],
  maybeThere: boolean,
): Promise<void> => {
  const writeConcern = { w: 'majority' } as const;
  const since = performance.now();
  for (let again = maybeThere; ; again = true) {
    try {
      if (again) {
        const ids = documents.map(({ _id }) => _id as never);
        await collection.deleteMany({ _id: { $in: ids } }, { writeConcern });
      }
      await collection.insertMany([...documents], { ordered: false, writeConcern });
      return;
    } catch (error) {
      if (!isLost(error) || performance.now() - since > giveUpAfterMs) throw error;
      await pause(pauseMs);
    }
  }
};
