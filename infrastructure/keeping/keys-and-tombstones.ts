import { Binary, type Collection, type Db, type Document } from 'mongodb';
import { z } from 'zod';
import { MemberId } from '@/domain/shared/ids';
import { personKeys } from '../event-store/sealing';
import { SetupProblem } from '../setup-problem';
import { documentOf } from './document-line';
import { readLines } from './line-file';
import { putBack } from './put-back';

const person = z.string().refine(MemberId.is);
const tombstone = z.looseObject({ _id: person, forgottenAt: z.date() });
const key = z.looseObject({ _id: person, key: z.instanceof(Binary) });

/** The tombstones of persons who were forgotten, by person. */
export type Tombstones = ReadonlyMap<string, Document>;

/** The tombstones a database has. */
export const tombstonesIn = async (db: Db): Promise<Tombstones> => {
  const found = await keysOf(db)
    .find({ key: { $exists: false } })
    .toArray();
  return new Map(found.map((document) => [tombstone.parse(document)._id, document]));
};

/** The tombstones in a file of a backup. Throws SetupProblem when it is no such file. */
export const readTombstones = async (path: string): Promise<Tombstones> => {
  const found = new Map<string, Document>();
  try {
    for await (const line of readLines(path)) {
      const document = documentOf(line);
      found.set(tombstone.parse(document)._id, document);
    }
  } catch (error) {
    throw new SetupProblem(
      `${path} is no list of tombstones as a backup writes it (tombstones.ndjson.gz): ` +
        (error instanceof Error ? error.message : String(error)),
    );
  }
  return found;
};

/**
 * Puts tombstones back, and the keys of a file, but of nobody who has a tombstone: an old file of keys
 * never brings back who was forgotten since.
 *
 * @param keysFile undefined when no keys are wanted
 */
export const putBackKeys = async (
  db: Db,
  keysFile: string | undefined,
  tombstones: Tombstones,
): Promise<void> => {
  const collection = keysOf(db);
  for (const [_id, { _id: _, ...document }] of tombstones) {
    await collection.updateOne({ _id }, { $setOnInsert: document }, { upsert: true });
  }
  if (keysFile === undefined) return;
  await putBack(readLines(keysFile), {
    placeOf: (document) =>
      tombstones.has(key.parse(document)._id)
        ? undefined
        : { collection: collection as unknown as Collection, document },
    linesIn: 0,
    told: () => Promise.resolve(),
  });
};

type AnyKey = Document & { readonly _id: string };

const keysOf = (db: Db) => personKeys(db) as unknown as Collection<AnyKey>;
