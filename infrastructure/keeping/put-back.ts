import type { Collection, Document } from 'mongodb';
import { documentOf } from './document-line';

/** Documents and characters of lines that are written at once. */
const most = { documents: 1000, characters: 8_000_000 };

/**
 * Writes kept documents into their collections, as they were to the byte; tells how many after each
 * piece. What `placeOf` gives undefined for is left out.
 */
export const putBack = async (
  lines: AsyncIterable<string>,
  placeOf: (document: Document) => Placed | undefined,
  told: (done: number) => void,
): Promise<void> => {
  const gathered = new Map<Collection, Document[]>();
  let [done, waiting, characters] = [0, 0, 0];
  const write = async () => {
    for (const [collection, documents] of gathered) {
      await collection.insertMany(documents, { ordered: false, writeConcern: { w: 'majority' } });
    }
    done += waiting;
    gathered.clear();
    [waiting, characters] = [0, 0];
    told(done);
  };
  for await (const line of lines) {
    const placed = placeOf(documentOf(line));
    if (!placed) continue;
    const { collection, document } = placed;
    const documents = gathered.get(collection);
    if (documents) documents.push(document);
    else gathered.set(collection, [document]);
    waiting += 1;
    characters += line.length;
    if (waiting >= most.documents || characters >= most.characters) await write();
  }
  await write();
};

/** A document, and where it belongs. */
export type Placed = { readonly collection: Collection; readonly document: Document };
