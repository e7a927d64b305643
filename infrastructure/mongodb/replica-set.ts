import { MongoClient } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';

import { dataSeries, type MongodVersion } from './mongod-version';

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
 * Meanwhile the server drops connections and refuses commands, so every step is tried again. (What
 * sits on the old port and never answers costs half a minute: MongoDB first asks whether that is
 * itself.)
 */
export async function becomePrimary(port: number, timeoutMs = 60_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const step = await withDirectClient(port, (client) => towardsPrimary(client, port)).catch(
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (step === 'primary') return;
    if (Date.now() > end) throw new Error(`mongod did not become primary: ${step}`);
    await pause(50);
  }
}

/** Takes the next step, until there is none; then the answer is `primary`. */
async function towardsPrimary(client: MongoClient, port: number): Promise<string> {
  const admin = client.db('admin');
  const host = `127.0.0.1:${String(port)}`;
  // The set as it is on disk; `replSetGetConfig` knows nothing yet while the server starts.
  const stored = await client
    .db('local')
    .collection<StoredSet>('system.replset')
    .findOne({}, { readPreference: 'nearest' });
  const member = stored?.members[0];
  if (!member) {
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } });
  } else if (member.host !== host) {
    const fresh = { ...stored, version: stored.version + 1, members: [{ ...member, host }] };
    await admin.command({ replSetReconfig: fresh, force: true });
  }
  for (let polls = 0; polls < 40; polls += 1) {
    if ((await admin.command({ hello: 1 })).isWritablePrimary) return 'primary';
    await pause(25);
  }
  return 'it is not elected yet';
}

type StoredSet = { _id: string; version: number; members: { _id: number; host: string }[] };

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
