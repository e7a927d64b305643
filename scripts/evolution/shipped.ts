import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Recorded } from '@/domain/shared/stream';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../setup/project.mjs';
import type { EventShapes } from './event-shapes';

/**
 * What a version of one type of stream has shipped with. Written once, never changed: what is stored
 * somewhere in that form must be read for ever.
 */
export type Shipped = {
  readonly streamType: string;
  /** Version of the state, raised with every change of its events or of `evolve`. */
  readonly schemaVersion: number;
  readonly eventVersions: { readonly [eventType: string]: number };
  readonly shapes: EventShapes;
  /** Whole streams as that version stored them; together they use every event and optional field. */
  readonly streams: readonly (readonly Recorded[])[];
  /** What that version's `evolve` makes of the streams of each version up to it, by version. */
  readonly states: { readonly [schemaVersion: string]: States };
};

/** For each stream the state after each of its events. */
export type States = readonly (readonly unknown[])[];

const shippedFolder = join(projectFolder, 'domain', 'shipped');

/** All that one type of stream has shipped with, the oldest first. */
export async function readShipped(streamType: string): Promise<readonly Shipped[]> {
  const names = await readdir(shippedFolder);
  const mine = names.filter((name) => name.startsWith(`${streamType}.v`));
  const texts = await Promise.all(mine.map((name) => readFile(join(shippedFolder, name), 'utf8')));
  const all = texts.map((text) => JSON.parse(text) as Shipped);
  return all.sort((a, b) => a.schemaVersion - b.schemaVersion);
}

/** Writes down what a version ships with. Throws for one that is written down already. */
export async function writeShipped(shipped: Shipped): Promise<string> {
  const name = `${shipped.streamType}.v${String(shipped.schemaVersion)}.json`;
  const file = join(shippedFolder, name);
  const options = { ...(await resolveConfig(file)), filepath: file };
  await writeFile(file, await format(JSON.stringify(shipped), options), { flag: 'wx' });
  return name;
}
