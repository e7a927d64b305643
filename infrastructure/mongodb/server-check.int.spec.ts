import { expect, test } from 'vitest';

import { testClient, testMongodbUri } from '../testing/test-mongodb';
import { checkServer } from './server-check';

test('The embedded server is a replica set that lets go of dead transactions early: no warning', async () => {
  expect(await checkServer(await testClient(), testMongodbUri())).toEqual([]);
});
