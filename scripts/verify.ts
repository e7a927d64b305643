import { MongoClient, MongoServerError } from 'mongodb';

import { databaseName } from '@/infrastructure/mongodb/database-name';
import { parseLogPlace, type LogPlace } from '@/infrastructure/proof/log-place';
import { prove } from '@/infrastructure/proof/prove';
import { openProofSource } from '@/infrastructure/proof/source';
import { SetupProblem } from '@/infrastructure/setup-problem';
import { nothingElse, readArguments, wrongUse } from './process/arguments';
import { withDatabase } from './process/with-database';
import { sayProgress } from './verify/progress';
import { reportOf } from './verify/report';

/** `npm run verify` ends with this when something does not hold; with 1 when it could not look. */
const BROKEN = 2;
/** Another app server takes over the log within ten seconds. */
const PATIENCE_MS = 20_000;

/**
 * `npm run verify`: proves that nothing in the database was changed behind the app's back and that no
 * room is held twice. `--head <generation:position:hash>` also compares with a head kept elsewhere;
 * `--without-keys` is for a copy that was restored without keys, or that holds imported events.
 */
export async function main(args: string[]): Promise<void> {
  const { kept, withoutKeys } = asked(args);
  await withDatabase('npm run verify', async (mongodbUri, stop) => {
    const client = await new MongoClient(mongodbUri).connect();
    stop.addEventListener('abort', () => void client.close());
    try {
      const source = await openProofSource(client, databaseName());
      console.log(`Verifying the database ${databaseName()} as it is now …`);
      const proof = await prove(source, {
        kept,
        withoutKeys,
        patienceMs: PATIENCE_MS,
        progress: sayProgress(),
      });
      const { text, broken } = reportOf(proof, kept);
      console.log(text);
      if (broken) process.exitCode = BROKEN;
    } catch (error) {
      if (stop.aborted) throw new SetupProblem('Stopped before all was verified.');
      throw cannotLook(error);
    } finally {
      await client.close();
    }
  });
}

const USAGE = `Usage: npm run verify -- [--head <generation:position:hash>] [--without-keys]
  --head          a head of the log that was kept elsewhere; nothing up to it may have changed
  --without-keys  for a copy that was restored without keys, or that holds imported events`;

const OPTIONS = { head: { type: 'string' }, 'without-keys': { type: 'boolean' } } as const;

function asked(args: string[]) {
  const { values, positionals } = readArguments(args, USAGE, OPTIONS);
  nothingElse(positionals, USAGE);
  return { kept: keptHead(values.head), withoutKeys: values['without-keys'] ?? false };
}

function keptHead(head: string | undefined): LogPlace | undefined {
  if (head === undefined) return undefined;
  const kept = parseLogPlace(head);
  if (kept) return kept;
  throw wrongUse(`“${head}” is not a head as npm run verify prints it.`, USAGE);
}

const SNAPSHOT_TOO_OLD = 239;
const SNAPSHOT_UNAVAILABLE = 246;

function cannotLook(error: unknown): unknown {
  if (!(error instanceof MongoServerError)) return error;
  if (error.code === SNAPSHOT_TOO_OLD) {
    return new SetupProblem(
      'Verifying took longer than MongoDB keeps a moment to be read (five minutes by default). Let it ' +
        'keep an hour, then verify again:\n' +
        '  db.adminCommand({ setParameter: 1, minSnapshotHistoryWindowInSeconds: 3600 })',
    );
  }
  if (error.code === SNAPSHOT_UNAVAILABLE) {
    return new SetupProblem('Collections or indexes are being made just now. Verify again.');
  }
  return error;
}
