import { describe, expect, test } from 'vitest';

import { cannotOpen } from './embedded-server';
import { readEndReason } from './mongod-process';

const IN_USE =
  '{"s":"E","c":"CONTROL","id":20557,"msg":"DBException in initAndListen, terminating","attr":{"error":"DBPathInUse: Unable to lock the lock file: /x/db/mongod.lock (Resource temporarily unavailable)."}}';
const NO_SPACE =
  '{"s":"E","c":"WT","id":22435,"msg":"WiredTiger error","attr":{"error":28,"message":"/x/db/journal: handle-write: No space left on device"}}';

describe('Why a mongod ended is read from its log', () => {
  test.each([
    ['another one uses the folder', IN_USE, 100, 'folder in use'],
    [
      'the port is taken',
      '{"s":"E","msg":"Failed to set up listener","attr":{"error":"Address already in use"}}',
      48,
      'port taken',
    ],
    ['the disk is full', NO_SPACE, 14, 'disk full'],
    ['the data is of a newer MongoDB', '', 62, 'newer data'],
  ])('%s', (_, log, exit, kind) => {
    expect(readEndReason(log, exit)).toEqual({ kind });
  });

  test('anything else is told in the words of its last grave line', () => {
    const reason = readEndReason(
      '{"s":"I","msg":"a"}\n{"s":"F","msg":"b"}\n{"s":"I","msg":"c"}\n',
      14,
    );
    expect(reason).toEqual({ kind: 'other', text: 'it ended with 14: {"s":"F","msg":"b"}' });
  });
});

describe('A MongoDB that cannot open its folder', () => {
  test('names the full disk', () => {
    expect(cannotOpen('/x', { kind: 'disk full' }).message).toBe(
      'The disk that holds /x is full. Free some space, then start again.',
    );
  });

  test('names the ways out of data of a newer MongoDB', () => {
    const { message } = cannotOpen('/x', { kind: 'newer data' });
    expect(message).toContain('ROOMLOG_MONGOD');
    expect(message).toContain('move the folder away');
  });

  test('names its log for anything else', () => {
    expect(cannotOpen('/x', { kind: 'other', text: 'why' }).message).toContain('/x/mongod.log');
  });
});
