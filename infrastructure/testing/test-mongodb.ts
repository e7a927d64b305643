import { randomUUID } from 'node:crypto';

import { MongoClient } from 'mongodb';
import { afterAll, inject } from 'vitest';

/** The URI of the MongoDB that belongs to this test file while it runs; faults may be injected there. */
export function testMongodbUri(): string {
  const uris = inject('mongodbUris');
  const uri = uris[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % uris.length];
  if (!uri) throw new Error('Integration tests need the global set-up mongod-for-tests.ts');
  return uri;
}

/** The name of a database nobody has used yet. */
export function freshDatabaseName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

/** A connected client of this file's MongoDB; closed when the file's tests are done. */
export async function testClient(): Promise<MongoClient> {
  const client = await new MongoClient(testMongodbUri()).connect();
  afterAll(() => client.close());
  return client;
}
