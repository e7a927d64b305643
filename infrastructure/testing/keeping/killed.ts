import { startChild } from '../event-store/child';
import { testMongodbUri } from '../test-mongodb';
import type { Place } from './backups';

/** A command that is run, and how far it comes: to a step, and having done so much of it. */
export type Killed = {
  readonly does: 'backup' | 'restore' | 'export' | 'import';
  readonly step: string;
  readonly done: number;
  readonly databaseName: string;
  /** The folder or file it is given. */
  readonly path: string;
};

/** Runs a command in a process of its own until it is killed with `kill -9`; resolves when it is dead. */
export const killedAt = async ({ does, step, done, databaseName, path }: Killed): Promise<void> => {
  const words = [does, step, String(done), testMongodbUri(), databaseName, path];
  const child = startChild('../keeping/child-keeper.ts', ...words);
  await child.next();
  await child.kill();
};

/** As if ten seconds had passed since a restore into this database was killed. */
export const passTime = ({ db }: Place) =>
  db.collection('store_format').updateMany({}, { $set: { seenAt: new Date(0) } });
