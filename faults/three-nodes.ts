import { MongoClient } from 'mongodb';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dbPathOf, spawnMongod, untilItAnswers } from '@/infrastructure/mongodb/mongod-process';
import { freePort } from '@/infrastructure/mongodb/free-port';
import { embeddedUri } from '@/infrastructure/mongodb/replica-set';
import { watchOver } from '@/infrastructure/mongodb/watchdog';

/** One member of a replica set, which can be killed, frozen, and started again on its own data. */
export type Node = {
  readonly port: number;
  readonly kill: () => Promise<void>;
  readonly freeze: () => void;
  readonly wake: () => void;
  readonly start: () => Promise<void>;
};

/** Three MongoDB servers that elect a primary among them. */
export type ThreeNodes = {
  readonly uri: string;
  readonly nodes: readonly Node[];
  /** The one that says it is the primary; waits for one. Throws when there is none for a minute. */
  readonly primary: () => Promise<Node>;
  readonly stop: () => Promise<void>;
};

const parameters = ['transactionLifetimeLimitSeconds=5'];
/** Shorter than usual, so that a run of many faults ends in a few minutes. */
const settings = { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 };

/** Starts a replica set of three on loopback, in a folder that must be empty. */
export const startThreeNodes = async (mongod: string, folder: string): Promise<ThreeNodes> => {
  const nodes: Node[] = [];
  for (let i = 0; i < 3; i += 1) nodes.push(await nodeAt(mongod, join(folder, `node-${i}`)));
  for (const node of nodes) await node.start();
  const hosts = nodes.map(({ port }) => `127.0.0.1:${port}`);
  await initiate(nodes[0]?.port ?? 0, hosts);
  const primary = async () => {
    const late = Date.now() + 60_000;
    while (Date.now() < late) {
      for (const node of nodes) if (await isPrimary(node.port)) return node;
      await pause(100);
    }
    throw new Error('No primary was elected within a minute');
  };
  await primary();
  return {
    uri: `mongodb://${hosts.join(',')}/?replicaSet=rs0`,
    nodes,
    primary,
    stop: async () => {
      for (const node of nodes) {
        node.wake();
        await node.kill();
      }
    },
  };
};

const nodeAt = async (mongod: string, folder: string): Promise<Node> => {
  await mkdir(dbPathOf(folder), { recursive: true });
  const port = await freePort();
  let child: ChildProcess | undefined;
  let release = () => {};
  return {
    port,
    start: async () => {
      child = await spawnMongod(mongod, folder, port, parameters);
      release = watchOver(child.pid ?? 0);
      const problem = await untilItAnswers(child, folder, port);
      if (problem) throw new Error(`mongod on port ${port}: ${JSON.stringify(problem)}`);
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      release();
    },
    freeze: () => void child?.kill('SIGSTOP'),
    wake: () => void child?.kill('SIGCONT'),
  };
};

const initiate = async (port: number, hosts: readonly string[]) => {
  const members = hosts.map((host, _id) => ({ _id, host }));
  await withNode(port, (client) =>
    client.db('admin').command({ replSetInitiate: { _id: 'rs0', members, settings } }),
  );
};

const isPrimary = (port: number) =>
  withNode(port, async (client) => {
    const hello = await client.db('admin').command({ hello: 1 }, { timeoutMS: 500 });
    return hello.isWritablePrimary === true;
  }).catch(() => false);

const withNode = async <T>(port: number, work: (client: MongoClient) => Promise<T>): Promise<T> => {
  const client = new MongoClient(embeddedUri(port), { serverSelectionTimeoutMS: 500 });
  try {
    return await work(await client.connect());
  } finally {
    await client.close(true);
  }
};
