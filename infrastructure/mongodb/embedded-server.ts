import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { SetupProblem } from '../setup-problem';
import { readDataRecord, writeDataRecord } from './data-record';
import { findMongod } from './find-mongod';
import { freePort } from './free-port';
import { parseMongodVersion, versionText } from './mongod-version';
import { dbPathOf, logPathOf, spawnMongod, untilItAnswers, type EndReason } from './mongod-process';
import { isAlive, sendSignal, untilGone } from './process-life';
import { becomePrimary, embeddedUri, raiseDataSeries, shutDown, whoListens } from './replica-set';
import { watchOver } from './watchdog';

/** A running one-node replica set on a folder of this machine. */
export type EmbeddedServer = {
  readonly uri: string;
  readonly pid: number;
  /** Path of the program, for who starts further servers. */
  readonly mongod: string;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends it in order; resolves when it is gone. */
  readonly stop: () => Promise<void>;
};

/** How long a server may need to let go of a folder. */
const IN_USE_MS = 10_000;
/** How long its watchdog may need to stop it, before it counts as left behind. */
const WATCHDOG_MS = 4000;
/** How long an orderly end may take. */
const STOP_MS = 15_000;

/**
 * Starts MongoDB as a one-node replica set on a folder (made when missing; the files in `db/`).
 * A server left behind on the same folder is taken over.
 *
 * @param options.parameters further `--setParameter` values, such as `enableTestCommands=1`
 * @throws SetupProblem when there is no MongoDB, or it cannot open the folder
 */
export async function startEmbeddedServer(options: {
  folder: string;
  say: (line: string) => void;
  parameters?: readonly string[];
}): Promise<EmbeddedServer> {
  const folder = resolve(options.folder);
  await mkdir(dbPathOf(folder), { recursive: true });
  const record = await readDataRecord(folder);
  const data = record ? parseMongodVersion(record.version) : undefined;
  const mongod = await findMongod({ data, say: options.say });
  const parameters = ['transactionLifetimeLimitSeconds=5', ...(options.parameters ?? [])];
  const began = Date.now();
  for (;;) {
    const port = await freePort(record?.port);
    const child = await spawnMongod(mongod.path, folder, port, parameters);
    const pid = child.pid ?? 0;
    const release = watchOver(pid);
    const problem = await untilItAnswers(child, folder, port);
    if (problem) release();
    if (!problem) {
      await writeDataRecord(folder, { version: versionText(mongod.version), port, pid });
      await becomePrimary(port);
      await raiseDataSeries(port, mongod.version);
      return running({ port, pid, release, mongod: mongod.path });
    }
    const waited = Date.now() - began;
    if (problem.kind === 'port taken' && waited < IN_USE_MS) continue;
    if (problem.kind !== 'folder in use') throw cannotOpen(folder, problem);
    if (waited > WATCHDOG_MS && record) {
      const other = await whoListens(record.port);
      if (other && resolve(other.dbPath) === dbPathOf(folder)) {
        options.say(
          `Taking over the MongoDB left behind on ${folder} (process ${String(other.pid)}).`,
        );
        await becomePrimary(record.port);
        const release = watchOver(other.pid);
        return running({ port: record.port, pid: other.pid, release, mongod: mongod.path });
      }
    }
    if (waited > IN_USE_MS) throw inUse(folder, await lockHolder(folder));
    await pause(500);
  }
}

function running(server: {
  port: number;
  pid: number;
  mongod: string;
  release: () => void;
}): EmbeddedServer {
  const { port, pid, mongod, release } = server;
  const ended = untilGone(pid, false).then(release);
  const stop = async () => {
    if (await isAlive(pid)) await shutDown(port);
    if (!(await untilGone(pid, true, STOP_MS))) sendSignal(pid, 'SIGKILL');
    await untilGone(pid, true);
    release();
  };
  return { uri: embeddedUri(port), pid, mongod, ended, stop };
}

async function lockHolder(folder: string): Promise<string> {
  const pid = await readFile(join(dbPathOf(folder), 'mongod.lock'), 'utf8').catch(() => '');
  return pid.trim();
}

function inUse(folder: string, pid: string): SetupProblem {
  return new SetupProblem(
    `Another MongoDB${pid ? ` (process ${pid})` : ''} uses ${dbPathOf(folder)} and does not let go. ` +
      `Stop it${pid ? `: kill ${pid}` : ''}, then start again.`,
  );
}

/** What is wrong when mongod cannot open a folder, and what to do. */
export function cannotOpen(folder: string, problem: EndReason): SetupProblem {
  if (problem.kind === 'disk full') {
    return new SetupProblem(
      `The disk that holds ${folder} is full. Free some space, then start again.`,
    );
  }
  if (problem.kind === 'newer data') {
    return new SetupProblem(
      `The data in ${folder} was written by a newer MongoDB than the one found here. Set ` +
        'ROOMLOG_MONGOD to a newer mongod, or move the folder away to begin with empty data.',
    );
  }
  const text = problem.kind === 'other' ? problem.text : problem.kind;
  return new SetupProblem(
    `MongoDB could not start on ${folder}: ${text}\nIts log is ${logPathOf(folder)}.`,
  );
}
