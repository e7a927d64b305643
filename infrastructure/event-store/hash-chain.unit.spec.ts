import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Recorded } from '@/domain/shared/stream';
import { chained, hashOf } from './hash-chain';

const event = {
  type: 'Counted',
  data: { by: 1, note: 'ü', nested: { b: [1, null], a: true } },
  metadata: {
    messageId: 'm',
    streamName: 'tally:1',
    streamPosition: 2,
    recordedAt: '2026-11-20T09:00:00.000Z',
    actor: { id: 'ana.ruiz', role: 'member' },
    correlationId: 'c',
    causationId: 'c',
    schemaVersion: 1,
    commit: { id: 'c', at: 1, index: 0, size: 1 },
  },
} as unknown as Recorded;

test('The hash is SHA-256 over the RFC 8785 JSON of the event with previousHash and without hash', () => {
  const canonical =
    '{"data":{"by":1,"nested":{"a":true,"b":[1,null]},"note":"ü"},"metadata":{"actor":{"id":"ana.ruiz","role":"member"},' +
    '"causationId":"c","commit":{"at":1,"id":"c","index":0,"size":1},"correlationId":"c","messageId":"m",' +
    '"previousHash":"before","recordedAt":"2026-11-20T09:00:00.000Z","schemaVersion":1,"streamName":"tally:1",' +
    '"streamPosition":2},"type":"Counted"}';
  const expected = createHash('sha256').update(canonical).digest('base64url');
  const link = chained(event, 'before');
  expect(link.metadata).toMatchObject({ previousHash: 'before', hash: expected });
  expect(hashOf(link)).toBe(expected);
});

test('The order of fields does not matter; linking an event anew forgets its old hash', () => {
  const { type, data, metadata } = chained(event, null);
  const turned = Object.fromEntries(Object.entries(metadata).reverse());
  expect(hashOf({ metadata: turned, data, type } as unknown as Recorded)).toBe(metadata.hash);
  expect(chained(chained(event, 'x'), null)).toEqual(chained(event, null));
});

/** Paths of all values inside, but the hash itself. */
const paths = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))
    : [path];

const changed = (value: unknown, [key, ...rest]: readonly string[]): unknown =>
  key === undefined
    ? `${String(value)}!`
    : { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], rest) };

const linked = chained(event, 'before');

test.each(paths(linked).filter((path) => path.join('.') !== 'metadata.hash'))(
  'Another %s.%s.%s makes another hash',
  (...path) => {
    expect(hashOf(changed(linked, path) as Recorded)).not.toBe(linked.metadata.hash);
  },
);
