import { expect, test } from 'vitest';

import { parentProcesses, readStat } from './parent-processes';

test('A process is described by its name, spaces and brackets included, and who started it', () => {
  expect(readStat('1304 (npm start) S 1282 1304 1304 0')).toEqual({
    name: 'npm start',
    parent: 1282,
  });
  expect(readStat('7 (a (b) c) R 5 7 7 0')).toEqual({ name: 'a (b) c', parent: 5 });
});

test('The end of the process that started this one is always watched', async () => {
  expect(await parentProcesses()).toContain(process.ppid);
});
