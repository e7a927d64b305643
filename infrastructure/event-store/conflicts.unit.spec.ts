import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import {
  blamesTheServer,
  failureOf,
  ignoreDuplicate,
  PositionMoved,
  WriteInDoubt,
} from './conflicts';

const server = (code: number, message = 'x', labels: string[] = []) =>
  new MongoServerError({ message, code, errorLabels: labels });
const duplicate = (index: string, key: string, collection = 'roomlog.emt:room_day') =>
  `E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${key} }`;
const labelled = (error: MongoError, label: string) => {
  error.addErrorLabel(label);
  return error;
};

test.each<readonly [string, Error]>([
  ['no document at the position it was decided on', new PositionMoved('roomlog.emt:room')],
  ['WriteConflict', server(112)],
  [
    'a stream that another has begun',
    server(11000, duplicate('streamName_1', 'streamName: "a:b"')),
  ],
  [
    'the same in a bulk',
    new MongoBulkWriteError(
      { message: duplicate('streamName_1', 'streamName: "a:b"'), code: 11000, writeErrors: [] },
      {} as never,
    ),
  ],
  [
    'a count of refusals that another has begun',
    server(11000, duplicate('_id_', '_id: "ana_2026"', 'roomlog.kept_refusals')),
  ],
])('%s is a conflict', (_, error) => {
  expect(failureOf(error)).toBe('conflict');
});

test.each([
  ['of another index', duplicate('email_1', 'email: "x"')],
  [
    'of another index on a value that reads like ours',
    duplicate('x_1', 'x: " index: streamName_1 dup key"'),
  ],
  ['of another index with a name like ours', duplicate('other_streamName_1', 'x: 1')],
  ['of ids in another collection', duplicate('_id_', '_id: 1')],
])('E11000 %s is no conflict', (_, message) => {
  expect(failureOf(server(11000, message))).toBe('fatal');
});

test.each<readonly [string, Error]>([
  ['NoSuchTransaction', server(251)],
  ['SnapshotUnavailable', server(246)],
  ['LockTimeout', server(24)],
  ['a primary that steps down', server(189)],
  ['a server that shuts down', server(91)],
  ['a transaction that took too long', server(290)],
  ['a server that does not know yet what a majority holds', server(134)],
  ['a broken connection', new MongoNetworkError('x')],
  ['a write that may have happened', new WriteInDoubt({ cause: new MongoNetworkError('x') })],
])('%s is transient: done again, and no conflict', (_, error) => {
  expect(failureOf(error)).toBe('transient');
});

test('A commit of unknown result stays unknown, whatever else is wrong with it', () => {
  const label = 'UnknownTransactionCommitResult';
  expect(failureOf(labelled(new MongoNetworkError('x'), label))).toBe('unknown-commit');
  expect(failureOf(server(50, 'x', [label]))).toBe('unknown-commit');
  expect(failureOf(server(112, 'x', [label]))).toBe('unknown-commit');
});

test.each<readonly [string, Error]>([
  ['an update past 16 MB', server(17419)],
  ['a document past 16 MB', server(10334)],
  ['a new document past 16 MB', server(2, 'object to insert too large. size in bytes: 16778470')],
  [
    'one the driver refuses to send',
    new MongoError('Document is larger than the maximum size 16777216'),
  ],
])('%s is too large', (_, error) => {
  expect(failureOf(error)).toBe('too-large');
});

test.each<readonly [string, Error]>([
  ['missing rights', server(13)],
  ['a mistake in the program', new TypeError('x')],
])('%s is fatal: it is not tried again', (_, error) => {
  expect(failureOf(error)).toBe('fatal');
});

test.each<readonly [string, Error, boolean]>([
  ['a transaction that lasted too long', server(290), false],
  ['WriteConflict', server(112, 'x', ['TransientTransactionError']), false],
  ['a server that cannot be reached', new MongoNetworkError('x'), true],
  ['a server that steps down', server(10107, 'x', ['TransientTransactionError']), true],
  ['a server that has just come up', server(134), true],
  ['a commit in doubt', server(50, 'x', ['UnknownTransactionCommitResult']), true],
])('Whether the server is to blame for %s', (_, error, blamed) => {
  expect(blamesTheServer(error)).toBe(blamed);
});

test('An insert of what is there already does no harm; any other error of it is thrown', () => {
  expect(() => {
    ignoreDuplicate(server(11000));
  }).not.toThrow();
  const other = server(112);
  expect(() => {
    ignoreDuplicate(other);
  }).toThrow(other);
});
