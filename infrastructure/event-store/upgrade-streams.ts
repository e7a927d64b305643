import type { Collection, MongoClient } from 'mongodb';
import type { MongoDBEventStoreStorageOptions } from '@event-driven-io/emmett-mongodb';
import type { Recorded } from '@/domain/shared/stream';
import { storedEvent } from './grown-document';
import { chained } from './hash-chain';
import { currentFormat, formatOf, setFormat } from './store-format';
import { openStorage } from './storage';
import type { StreamDocument } from './stream-document';

/** Which streams to bring up to date, and whom to tell how far it is. */
export type UpgradeOptions = {
  readonly client: MongoClient;
  readonly databaseName?: string;
  readonly streamTypes: readonly string[];
  readonly storage?: MongoDBEventStoreStorageOptions;
  readonly progress: (done: number, all: number) => void;
};

/**
 * Brings streams of an earlier version up to date, in place: their events get their hashes. Nothing
 * else of an event changes, and no app may run meanwhile. Broken off, it goes on where it was.
 *
 * @returns how many streams were changed; 0 when all was up to date
 */
export const upgradeStreams = async (options: UpgradeOptions): Promise<number> => {
  const { client, databaseName, streamTypes, storage = 'COLLECTION_PER_STREAM_TYPE' } = options;
  const db = client.db(databaseName);
  const opened = await openStorage(client, databaseName, streamTypes, storage);
  if ((await formatOf(db, opened)) >= currentFormat) return 0;
  let all = 0;
  for (const collection of opened.collections) all += await collection.countDocuments(unchained);
  let done = 0;
  for (const collection of opened.collections) {
    for await (const { streamName } of collection.find(unchained, { projection: onlyName })) {
      await chainStream(collection, streamName);
      options.progress((done += 1), all);
    }
  }
  await setFormat(db, currentFormat);
  return done;
};

const unchained = { messages: { $elemMatch: { 'metadata.hash': { $exists: false } } } };
const onlyName = { streamName: 1 } as const;

/** Links all events of one stream; again, should it have grown meanwhile. */
const chainStream = async (collection: Collection<StreamDocument>, streamName: string) => {
  for (;;) {
    const document = await collection.findOne({ streamName });
    if (!document) return;
    const { streamPosition } = document.metadata;
    const links = chainOf(document.messages);
    const lastHash = links.at(-1)?.metadata.hash;
    const result = await collection.updateOne(
      { streamName, 'metadata.streamPosition': streamPosition },
      { $set: { messages: links.map(storedEvent), 'metadata.lastHash': lastHash } },
      { writeConcern: { w: 'majority', journal: true } },
    );
    if (result.matchedCount === 1) return;
  }
};

const chainOf = (events: readonly Recorded[]): readonly Recorded[] => {
  const links: Recorded[] = [];
  for (const event of events) links.push(chained(event, links.at(-1)?.metadata.hash ?? null));
  return links;
};
