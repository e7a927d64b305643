import type { MongoClient } from 'mongodb';

import { SetupProblem } from '../setup-problem';

/** What a transaction of a dead app server may block others for, in seconds, before we warn. */
const LONGEST_TRANSACTION_LIFETIME = 10;

/** The URI as it may be shown: without user name and password. */
export function withoutPassword(uri: string): string {
  return uri.replace(/\/\/[^/@]*@/, '//');
}

/** What is wrong when the server does not answer, and what to do. */
export function notReachable(uri: string, reason: string): SetupProblem {
  return new SetupProblem(
    `MongoDB at ${withoutPassword(uri)} does not answer (${reason}). ` +
      'Start that server or correct MONGODB_URI; without MONGODB_URI, npm start brings its own MongoDB.',
  );
}

/** What is wrong when the server stands alone, and what to do. */
export function notAReplicaSet(uri: string): SetupProblem {
  return new SetupProblem(
    `MongoDB at ${withoutPassword(uri)} is not a replica set, so it has neither transactions nor ` +
      'change streams. Start it with --replSet rs0 and run rs.initiate() once, use the ' +
      'docker-compose.yml of this project, or leave MONGODB_URI out.',
  );
}

/** What is wrong when the server is older than 6.0, and what to do. */
export function tooOld(uri: string, version: string): SetupProblem {
  return new SetupProblem(
    `MongoDB at ${withoutPassword(uri)} is version ${version}; 6.0 or later is needed. ` +
      'Upgrade it, point MONGODB_URI elsewhere, or leave MONGODB_URI out.',
  );
}

/** Warning for a server that keeps the transactions of a dead client for long; undefined when fine. */
export function transactionLifetimeWarning(seconds: unknown): string | undefined {
  if (typeof seconds !== 'number' || seconds <= LONGEST_TRANSACTION_LIFETIME) return undefined;
  return (
    `MongoDB keeps transactions of a dead client for ${String(seconds)} s; until then the rooms it touched ` +
    'cannot be booked. Set transactionLifetimeLimitSeconds=5 (see docker-compose.yml).'
  );
}

/**
 * Makes sure that the connected server can do what Roomlog needs: version 6.0 or later, a replica set.
 *
 * @returns warnings for the operator, none when all is well
 * @throws SetupProblem with the way out
 */
export async function checkServer(client: MongoClient, uri: string): Promise<string[]> {
  const admin = client.db('admin');
  const hello = await admin.command({ hello: 1 }).catch((error: unknown) => {
    throw notReachable(uri, error instanceof Error ? error.message : String(error));
  });
  if (hello.msg !== 'isdbgrid' && typeof hello.setName !== 'string') throw notAReplicaSet(uri);
  const { version } = (await admin.command({ buildInfo: 1 })) as unknown as { version: string };
  if (Number.parseInt(version, 10) < 6) throw tooOld(uri, version);
  // Hosted servers may forbid getParameter; then there is nothing to warn about.
  const lifetime = await admin
    .command({ getParameter: 1, transactionLifetimeLimitSeconds: 1 })
    .then((answer): unknown => answer.transactionLifetimeLimitSeconds)
    .catch(() => undefined);
  const warning = transactionLifetimeWarning(lifetime);
  return warning ? [warning] : [];
}
