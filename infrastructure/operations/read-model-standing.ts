import type { Db } from 'mongodb';
import type { Preview, Rebuild, Rebuilt } from '../read-models/rows-of';
import { placesOf } from '../read-models/rows-of';

/** How a read model is. */
export type ReadModelStanding = {
  /** Also the name of its subscription. */
  readonly name: string;
  /** Rows in use, as MongoDB estimates them. */
  readonly rows: number;
  /** Rows that are being built beside them, or could not be. */
  readonly rebuild: Rebuild | undefined;
  /** What the newest preview has found. */
  readonly preview: Preview | undefined;
  /** When its rows were built anew for the last time. */
  readonly rebuilt: Rebuilt | undefined;
};

/** Looks how all read models are that have rows, by name. */
export const readModelStandings = async (db: Db): Promise<readonly ReadModelStanding[]> => {
  const places = await placesOf(db).find().sort({ _id: 1 }).toArray();
  return Promise.all(
    places.map(async ({ _id: name, collection, rebuild, preview, rebuilt }) => ({
      name,
      rows: await db.collection(collection).estimatedDocumentCount(),
      rebuild,
      preview,
      rebuilt,
    })),
  );
};
