import { MongoClient, MongoServerError } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';

import { dataSeries, type MongodVersion } from './mongod-version';

const NOT_YET_INITIALIZED = 94;

/** The URI of a one-node replica set on this machine. */
export function embeddedUri(port: number): string {
  return `mongodb://127.0.0.1:${String(port)}/?directConnection=true`;
}

/** Runs something with a short-lived client that speaks to exactly that server. */
export async function withDirectClient<T>(
  port: number,
  work: (client: MongoClient) => Promise<T>,
  timeoutMs = 2000,
): Promise<T> {
  const client = new MongoClient(embeddedUri(port), { serverSelectionTimeoutMS: timeoutMs });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.close();
  }
}

/**
 * Makes a running mongod the only member, and the primary, of the replica set rs0. The stored set
 * names the port of the last start; another one is put right by force, as nobody else can vote.
 */
export async function becomePrimary(port: number, timeoutMs = 30_000): Promise<void> {
  await withDirectClient(port, async (client) => {
    const admin = client.db('admin');
    const host = `127.0.0.1:${String(port)}`;
    try {
      const { config } = (await admin.command({ replSetGetConfig: 1 })) as unknown as {
        config: { version: number; members: { host: string }[] };
      };
      const member = config.members[0];
      if (member && member.host !== host) {
        const members = [{ ...member, host }];
        const fresh = { ...config, version: config.version + 1, members };
        await admin.command({ replSetReconfig: fresh, force: true });
      }
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== NOT_YET_INITIALIZED) throw error;
      await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } });
    }
    const end = Date.now() + timeoutMs;
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
      if (Date.now() > end)
        throw new Error(`mongod did not become primary in ${String(timeoutMs)} ms`);
      await pause(50);
    }
  });
}

/**
 * Lets a newer mongod write its own format on data of the preceding version, so that its own
 * successor can follow it one day.
 */
export async function raiseDataSeries(port: number, version: MongodVersion): Promise<void> {
  await withDirectClient(port, async (client) => {
    const admin = client.db('admin');
    const answer = await admin.command({ getParameter: 1, featureCompatibilityVersion: 1 });
    const current = answer.featureCompatibilityVersion as { version: string };
    if (current.version === dataSeries(version)) return;
    const confirm = version.major >= 7 ? { confirm: true } : {};
    await admin.command({ setFeatureCompatibilityVersion: dataSeries(version), ...confirm });
  });
}

/** What answers on a port: the data folder and process id of a mongod, or undefined. */
export async function whoListens(
  port: number,
): Promise<{ readonly dbPath: string; readonly pid: number } | undefined> {
  try {
    return await withDirectClient(port, async (client) => {
      const admin = client.db('admin');
      const options = await admin.command({ getCmdLineOpts: 1 });
      const status = await admin.command({ serverStatus: 1, repl: 0, metrics: 0 });
      const { storage } = options.parsed as { storage?: { dbPath?: string } };
      return { dbPath: storage?.dbPath ?? '', pid: Number(status.pid) };
    });
  } catch {
    return undefined;
  }
}

/** Asks a mongod to end in order; its data is then clean on disk. */
export async function shutDown(port: number): Promise<void> {
  await withDirectClient(port, (client) =>
    client.db('admin').command({ shutdown: 1, force: true, timeoutSecs: 1 }),
  ).catch(() => undefined); // The connection ends with the server.
}
