import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { readDataRecord } from './data-record';
import { startEmbeddedServer, type EmbeddedServer } from './embedded-server';
import { findMongod } from './find-mongod';
import { freePort } from './free-port';
import { dbPathOf, spawnMongod, untilItAnswers } from './mongod-process';
import { becomePrimary, shutDown } from './replica-set';

const quiet = () => undefined;
let folder = '';
let servers: EmbeddedServer[] = [];

const start = async () => {
  const server = await startEmbeddedServer({ folder, say: quiet });
  servers.push(server);
  return server;
};

const notes = async <T>(
  { uri }: EmbeddedServer,
  work: (notes: ReturnType<ReturnType<MongoClient['db']>['collection']>) => Promise<T>,
): Promise<T> => {
  const client = await new MongoClient(uri).connect();
  try {
    return await work(client.db('trial').collection('notes'));
  } finally {
    await client.close();
  }
};

const portOf = ({ uri }: EmbeddedServer) => Number(new URL(uri).port);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roomlog embedded '));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('Data is there after a stop and a start, also when the old port is taken meanwhile', async () => {
  const first = await start();
  await notes(first, (all) => all.insertOne({ text: 'kept' }));
  await first.stop();
  const squatter = createServer((socket) => socket.end('no MongoDB'));
  squatter.listen(portOf(first), '127.0.0.1');
  await once(squatter, 'listening');
  try {
    const second = await start();
    expect(portOf(second)).not.toBe(portOf(first));
    expect(await notes(second, (all) => all.countDocuments({ text: 'kept' }))).toBe(1);
  } finally {
    squatter.close();
  }
});

test('What was acknowledged is there after kill -9 of the database', async () => {
  const first = await start();
  await notes(first, (all) => all.insertOne({ text: 'kept' }));
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const second = await start();
  expect(await notes(second, (all) => all.countDocuments({ text: 'kept' }))).toBe(1);
});

test('The version that wrote the data is remembered', async () => {
  await start();
  expect(await readDataRecord(folder)).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
  });
});

test('A server left behind on the folder is taken over, with its data', async () => {
  const first = await start();
  await notes(first, (all) => all.insertOne({ text: 'kept' }));
  await first.stop();
  const mongod = await findMongod({ data: undefined, say: quiet });
  const port = portOf(first);
  const orphan = await spawnMongod(mongod.path, folder, port, []);
  await untilItAnswers(orphan, folder, port);
  await becomePrimary(port);

  const second = await start();
  expect(second.pid).toBe(orphan.pid);
  expect(await notes(second, (all) => all.countDocuments({ text: 'kept' }))).toBe(1);
});

test('A stranger on the folder is named, not stopped', async () => {
  const mongod = await findMongod({ data: undefined, say: quiet });
  const port = await freePort();
  await mkdir(dbPathOf(folder), { recursive: true });
  const stranger = await spawnMongod(mongod.path, folder, port, []);
  await untilItAnswers(stranger, folder, port);
  try {
    await expect(start()).rejects.toThrow(`Stop it: kill ${String(stranger.pid)}`);
    expect(stranger.exitCode).toBeNull();
  } finally {
    await shutDown(port);
  }
});
