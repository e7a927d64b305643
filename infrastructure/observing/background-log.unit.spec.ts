import { MongoNetworkError, MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import { CheckpointMoved } from '../event-log/checkpoint';
import { NoLongerSequencer } from '../event-log/log-writer';
import { backgroundLog } from './background-log';
import { makeLogger } from './logger';

const levelOf = (error: Error) => {
  const lines: string[] = [];
  const log = makeLogger({ write: (line: string) => void lines.push(line) });
  backgroundLog(log).failed('sequencer', error);
  return (JSON.parse(lines.join('')) as { level: string }).level;
};

test.each<readonly [string, Error]>([
  ['A lost connection', new MongoNetworkError('connection closed')],
  ['A write conflict', new MongoServerError({ message: 'WriteConflict', code: 112 })],
  ['A log that another process writes now', new NoLongerSequencer()],
  ['A subscription that another process works on now', new CheckpointMoved('search@1')],
])('%s under work in the background is a warning, as it is begun again', (_, error) => {
  expect(levelOf(error)).toBe('warn');
});

test.each<readonly [string, Error]>([
  ['A bug', new TypeError('x is not a function')],
  ['A write that the database refuses', new MongoServerError({ message: 'x', code: 121 })],
])('%s under work in the background is an error', (_, error) => {
  expect(levelOf(error)).toBe('error');
});
