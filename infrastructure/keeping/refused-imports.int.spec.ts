import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Recorded } from '@/domain/shared/stream';
import { chained } from '../event-store/hash-chain';
import { ana, counting, sent } from '../testing/event-store/toy-commands';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally, tallyDefinition, type TallyRef } from '../testing/event-store/toy-streams';
import { documentsOf } from '../testing/keeping/compare';
import { changeEvent, changeLines, exported, imported } from '../testing/keeping/exports';

/** A store with one stream of three events, and its export: the header is line 1, its events follow. */
const three = async () => {
  const store = await openStore();
  const stream = tally();
  for (let i = 0; i < 3; i += 1) await store.execute(counting(stream), sent(), ana);
  return { store, stream, file: await exported(store) };
};

const streamsIn = ({ client, databaseName }: OpenStore) =>
  documentsOf(client.db(databaseName), 'emt:tally');

/** Whoever changes an event can give it a hash that fits it. */
const forged = (event: Recorded, change: Partial<Recorded>) =>
  chained({ ...event, ...change }, event.metadata.previousHash ?? null);

const wrongLines: readonly (readonly [
  what: string,
  change: (file: string) => Promise<void>,
  reason: RegExp,
])[] = [
  [
    'an event was changed',
    (file) => changeEvent(file, 3, (event) => ({ ...event, data: { by: 2 } })),
    /line 3 .* not what its hash says/,
  ],
  [
    'an event was changed and given a hash that fits',
    (file) => changeEvent(file, 3, (event) => forged(event, { data: { by: 2 } })),
    /line 4 .* does not follow the event before it/,
  ],
  [
    'an event is missing',
    (file) => changeLines(file, (lines) => lines.toSpliced(2, 1)),
    /line 3 .* stands at 1/,
  ],
  [
    'an event stands there twice',
    (file) => changeLines(file, (lines) => lines.toSpliced(2, 0, lines[1] ?? '')),
    /line 3 .* stands at 1/,
  ],
  [
    'the end is missing',
    (file) => changeLines(file, (lines) => lines.slice(0, -1)),
    /holds 2 events, and its first line says 3/,
  ],
  [
    'an event is of a type nobody knows',
    (file) => changeEvent(file, 4, (event) => forged(event, { type: 'Melted' })),
    /line 4 .* knows no Melted in version 1/,
  ],
  [
    'an event was written by newer code',
    (file) =>
      changeEvent(file, 4, (event) =>
        forged(event, { metadata: { ...event.metadata, schemaVersion: 2 } }),
      ),
    /line 4 .* knows no Counted in version 2/,
  ],
  [
    'an event holds what no event may hold',
    (file) => changeEvent(file, 4, (event) => forged(event, { data: { $where: 'true' } })),
    /line 4 .* the key "\$where"/,
  ],
  [
    'its metadata holds what is not metadata',
    (file) =>
      changeEvent(file, 2, (event) => ({ ...event, metadata: { ...event.metadata, more: 1 } })),
    /line 2 .*more/s,
  ],
  [
    'a stream has a name no stream can have',
    (file) =>
      changeEvent(file, 2, ({ metadata, ...event }) => ({
        ...event,
        metadata: { ...metadata, streamName: 'tally:a:b' },
      })),
    /line 2 .* cannot be a stream id/,
  ],
  [
    'a line is no JSON',
    (file) => changeLines(file, (lines) => lines.toSpliced(2, 1, '{')),
    /line 3 /,
  ],
  ['it is no export', (file) => writeFile(file, '{"format":"other"}\n'), /line 1 /],
  ['it is empty', (file) => writeFile(file, ''), /is empty/],
];

test.each(wrongLines)('Of a file in which %s nothing is imported', async (_, change, reason) => {
  const { file } = await three();
  await change(file);
  const target = await openStore();
  await expect(imported(target, file)).rejects.toThrow(reason);
  expect(await streamsIn(target)).toEqual([]);
});

test('Streams of a type this version does not have are not imported', async () => {
  const { file } = await three();
  const definitions = [tallyDefinition('shelf')];
  const target = await openStore({ definitions });
  await expect(imported(target, file, definitions)).rejects.toThrow(/knows no stream type tally/);
});

test.each([2, 3, 4])(
  'A stream that is there with %i other events is named, and nothing is imported',
  async (events) => {
    const { stream, file, store } = await three();
    await store.execute(counting(tally()), sent(), ana);
    const target = await openStore();
    for (let i = 0; i < events; i += 1) await target.execute(counting(stream), sent(), ana);
    const before = await streamsIn(target);
    for (const each of [file, await exported(store)]) {
      await expect(imported(target, each)).rejects.toThrow(`file: tally:${stream.id}`);
    }
    expect(await streamsIn(target)).toEqual(before);
  },
);

/** A store in which a stream grows just before the first command is sent. */
const growingAt = (target: OpenStore, stream: TallyRef): OpenStore => {
  let growth: Promise<unknown> | undefined;
  return {
    ...target,
    execute: async (definition, command, context) => {
      await (growth ??= target.execute(counting(stream), sent(), ana));
      return target.execute(definition, command, context);
    },
  };
};

test('An import whose stream grew meanwhile appends nothing to it, and says how to go on', async () => {
  const { stream, file } = await three();
  const target = await openStore();
  const importing = imported(growingAt(target, stream), file);
  await expect(importing).rejects.toThrow(/stands at 1.*Begin again/s);
  expect((await target.readWhole(stream)).position).toBe(1);
  await expect(imported(target, file)).rejects.toThrow(/with other events/);
});

test('What was written together is imported together or not at all', async () => {
  const store = await openStore();
  const [one, other] = [tally(), tally(undefined, 'shelf')];
  await store.execute(counting(one, other), sent(), ana);
  const target = await openStore();
  const importing = imported(growingAt(target, other), await exported(store));
  await expect(importing).rejects.toThrow(/stands at 1/);
  expect((await target.readWhole(one)).exists).toBe(false);
});
