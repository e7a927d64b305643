import { Binary, MongoClient, type Timestamp } from 'mongodb';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongod } from '@/infrastructure/mongodb/find-mongod';
import { freePort } from '@/infrastructure/mongodb/free-port';
import { dbPathOf, untilItAnswers } from '@/infrastructure/mongodb/mongod-process';
import { becomePrimary, embeddedUri } from '@/infrastructure/mongodb/replica-set';
import { watchOver } from '@/infrastructure/mongodb/watchdog';

/**
 * A MongoDB that forgets its oplog soon: it keeps one megabyte, where the least is usually 990, and what
 * came since its last checkpoint, of which it makes one each second.
 */
export const startSmallOplogServer = async () => {
  const { path } = await findMongod({ data: undefined, say: console.log });
  const folder = await mkdtemp(join(tmpdir(), 'roomlog-small-oplog-'));
  await mkdir(dbPathOf(folder));
  const port = await freePort();
  const args = ['--dbpath', dbPathOf(folder), '--port', String(port), '--bind_ip', '127.0.0.1'];
  args.push(
    '--replSet',
    'rs0',
    '--oplogSize',
    '1',
    '--syncdelay',
    '1',
    '--nounixsocket',
    '--quiet',
  );
  args.push('--logpath', join(folder, 'mongod.log'));
  const child = spawn(path, args, { stdio: 'ignore' });
  const release = watchOver(child.pid ?? 0);
  const problem = await untilItAnswers(child, folder, port);
  if (problem) throw new Error(`mongod: ${JSON.stringify(problem)}`);
  await becomePrimary(port);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    release();
    await rm(folder, { recursive: true, force: true });
  };
  return { uri: embeddedUri(port), stop };
};

const noiseBytes = 200_000;

/** Writes elsewhere until the oplog no longer reaches back to what is its oldest entry now. */
export const forgetOplog = async (uri: string): Promise<void> => {
  const client = await new MongoClient(uri).connect();
  try {
    const oplog = client.db('local').collection<{ readonly ts: Timestamp }>('oplog.rs');
    const end = async (order: 1 | -1) => {
      const [entry] = await oplog.find().sort({ $natural: order }).limit(1).toArray();
      if (!entry) throw new Error('The oplog is empty');
      return entry.ts;
    };
    const newest = await end(-1);
    const noise = client.db('elsewhere').collection('noise');
    const late = Date.now() + 60_000;
    while ((await end(1)).lessThanOrEqual(newest)) {
      if (Date.now() > late) throw new Error('The oplog still reaches back');
      await noise.insertOne({ bytes: new Binary(randomBytes(noiseBytes)) });
    }
  } finally {
    await client.close();
  }
};
