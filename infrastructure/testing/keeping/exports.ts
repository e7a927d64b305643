import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recorded } from '@/domain/shared/stream';
import { projectionsOf } from '@/infrastructure/event-store/create-event-store';
import type { AnyStreamDefinition } from '@/infrastructure/event-store/state-projection';
import { logIn } from '@/infrastructure/event-log/open-log';
import { exportFile, type ExportOptions } from '@/infrastructure/keeping/export-file';
import { importFile, type Imported } from '@/infrastructure/keeping/import-file';
import type { OpenStore } from '../event-store/toy-store';
import { toyDefinitions } from '../event-store/toy-streams';
import { emptyFolder } from './backups';

const silent = () => undefined;

/** Exports a store into a file of this name. */
export const exportedTo = async (
  file: string,
  { client, databaseName, storage }: OpenStore,
  options: Partial<ExportOptions> = {},
): Promise<string> => {
  await exportFile({
    log: logIn(client, client.db(databaseName), storage),
    streamTypes: toyDefinitions.map(({ type }) => type),
    file,
    historySeconds: undefined,
    progress: silent,
    say: silent,
    ...options,
  });
  return file;
};

/** Exports a store into a file; gives its path. */
export const exported = async (
  store: OpenStore,
  streamTypes?: readonly string[],
): Promise<string> =>
  exportedTo(join(await emptyFolder(), 'export.ndjson'), store, streamTypes && { streamTypes });

/** Imports a file into a store. */
export const imported = (
  store: OpenStore,
  file: string,
  definitions: readonly AnyStreamDefinition[] = toyDefinitions,
): Promise<Imported> =>
  importFile({
    store,
    db: store.client.db(store.databaseName),
    file,
    projectionOf: projectionsOf(definitions),
    progress: silent,
  });

/** The events of an export. */
export const eventsOf = async (file: string): Promise<readonly Recorded[]> => {
  const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Recorded);
};

/** Writes a file anew with other lines, the header being the first. */
export const changeLines = async (
  file: string,
  change: (lines: readonly string[]) => readonly string[],
): Promise<void> => {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await writeFile(file, `${change(lines).join('\n')}\n`);
};

/** Changes one event of a file, given by its line. */
export const changeEvent = (file: string, line: number, change: (event: Recorded) => unknown) =>
  changeLines(file, (lines) =>
    lines.map((text, i) =>
      i === line - 1 ? JSON.stringify(change(JSON.parse(text) as Recorded)) : text,
    ),
  );
