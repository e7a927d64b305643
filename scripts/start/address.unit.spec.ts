import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';

import { expect, test } from 'vitest';

import { chooseAddress, urlOf } from './address';

const env = (set: Record<string, string>) => set as unknown as NodeJS.ProcessEnv;

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['::1', 'http://[::1]:3000'],
  ['rooms.example', 'http://rooms.example:3000'],
])('Listening on %s, people open %s', (host, url) => {
  expect(urlOf(host, 3000)).toBe(url);
});

test('A taken port is refused in one message that names the way out', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = String((server.address() as AddressInfo).port);
  await expect(chooseAddress(env({ PORT: port }))).rejects.toThrow(
    new RegExp(`Port ${port} .* taken.*PORT=`),
  );
  server.close();
});

test.each(['abc', '-1', '70000', '80.5'])('PORT=%s is refused', async (port) => {
  await expect(chooseAddress(env({ PORT: port }))).rejects.toThrow('must be a number');
});

test('Without PORT a free one is found from 3000 on', async () => {
  const { host, port } = await chooseAddress(env({}));
  expect(host).toBe('127.0.0.1');
  expect(port).toBeGreaterThanOrEqual(3000);
});
