import { expect, test } from 'vitest';

import {
  notAReplicaSet,
  notReachable,
  tooOld,
  transactionLifetimeWarning,
  withoutPassword,
} from './server-check';

const URI = 'mongodb://ana:s3cret@db.example:27017/?replicaSet=rs0';

test('A password never shows in a message', () => {
  expect(withoutPassword(URI)).toBe('mongodb://db.example:27017/?replicaSet=rs0');
  for (const problem of [notReachable(URI, 'timeout'), notAReplicaSet(URI), tooOld(URI, '5.0.1')]) {
    expect(problem.message).not.toContain('s3cret');
    expect(problem.message).toContain('db.example');
    expect(problem.message).toContain('MONGODB_URI');
  }
});

test('A server that keeps dead transactions for more than 10 seconds is warned about', () => {
  expect(transactionLifetimeWarning(60)).toContain('transactionLifetimeLimitSeconds=5');
  expect(transactionLifetimeWarning(10)).toBeUndefined();
  expect(transactionLifetimeWarning(undefined)).toBeUndefined();
});
