import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SetupProblem } from '../setup-problem';
import { writeThrough } from './line-file';

const count = z.int().nonnegative();

const file = z.strictObject({
  name: z.string().regex(/^[a-z][a-z.-]*$/),
  /** Documents in it, one a line. */
  documents: count,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const schema = z.strictObject({
  format: z.literal('roomlog-backup'),
  version: z.literal(1),
  /** The moment at which everything in it was so. */
  takenAt: z.iso.datetime(),
  database: z.string(),
  /** How its streams are written; see store-format.ts. */
  storeFormat: z.int().positive(),
  streamTypes: z.array(z.string()),
  streams: count,
  events: count,
  /** Where the log stood; null when it had not begun. */
  log: z
    .strictObject({
      generation: z.string(),
      position: count,
      headHash: z.string().nullable(),
      reached: z.iso.datetime().nullable(),
      mostBehindMs: count,
      restoredFrom: z.array(z.strictObject({ generation: z.string(), position: count })),
    })
    .nullable(),
  /** Read models by name and version; they are not in it, and are built anew from the log. */
  rebuilt: z.array(z.string()),
  files: z.strictObject({
    streams: file,
    log: file,
    checkpoints: file,
    parked: file,
    tombstones: file,
    keys: file,
  }),
});

/** What a backup holds; written last, so a folder without one holds no backup. */
export type Manifest = z.infer<typeof schema>;

/** One file of a backup. */
export type BackupFile = z.infer<typeof file>;

/** The parts of a backup, a file each. */
export type Part = keyof Manifest['files'];

/** What a backup is called inside its folder. */
export const manifestName = 'manifest.json';

/** The name of each part's file. */
export const fileNames: { readonly [P in Part]: string } = {
  streams: 'streams.ndjson.gz',
  log: 'log.ndjson.gz',
  checkpoints: 'checkpoints.ndjson.gz',
  parked: 'parked-events.ndjson.gz',
  tombstones: 'tombstones.ndjson.gz',
  keys: 'keys-of-persons.ndjson.gz',
};

/** All parts, in the order in which they are kept. */
export const partsInOrder = [
  'streams',
  'log',
  'checkpoints',
  'parked',
  'tombstones',
  'keys',
] as const satisfies readonly Part[];

/** Completes a backup: all its files must lie on the disk by now. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeThrough(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);

/** The manifest of a backup. Throws SetupProblem, with the way out, for a folder without one. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new SetupProblem(
      `${folder} holds no finished backup: there is no ${manifestName} in it. Name the folder of one ` +
        'that came to its end.',
    );
  }
  const read = schema.safeParse(jsonOf(text));
  if (read.success) return read.data;
  throw new SetupProblem(
    `${join(folder, manifestName)} cannot be read as that of a backup by this version of Roomlog: ` +
      z.prettifyError(read.error),
  );
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
