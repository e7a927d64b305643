import { beforeAll, describe, expect, test } from 'vitest';
import { streamDefinitions } from '@/domain/stream-definitions';
import { hashOf } from '@/infrastructure/event-store/hash-chain';
import { currentStreams } from './current';
import { problemsOf, type Current } from './problems';
import { readShipped } from './shipped';

const types = streamDefinitions.map(({ type }) => type);

let current: readonly Current[];
beforeAll(() => {
  current = currentStreams();
}, 60_000);

describe.each(types)('Streams of type %s', (type) => {
  test('are read as they ever were: nothing has changed without a new version', async () => {
    const shipped = await readShipped(type);
    const mine = current.filter(({ definition }) => definition.type === type);
    expect(shipped.length).toBeGreaterThan(0);
    expect(mine.flatMap((each) => problemsOf(each, shipped))).toEqual([]);
  });

  test('have the hashes they were stored with', async () => {
    for (const { streams } of await readShipped(type)) {
      for (const events of streams) {
        const hashes = events.map(({ metadata }) => metadata.hash);
        expect(events.map(hashOf)).toEqual(hashes);
        const before = events.map(({ metadata }) => metadata.previousHash);
        expect(before).toEqual([null, ...hashes.slice(0, -1)]);
      }
    }
  });
});
