import type { Db, Document } from 'mongodb';
import { lineOf } from '@/infrastructure/keeping/document-line';
import { hashOf } from '@/infrastructure/event-store/hash-chain';
import { entryHash } from '@/infrastructure/event-log/entry-hash';
import { logIn } from '@/infrastructure/event-log/open-log';
import { parseStreamName } from '@/infrastructure/event-store/stream-document';
import type { OpenStore } from '../event-store/toy-store';

/** All documents of a collection with all their types, by id. */
export const documentsOf = async (db: Db, collection: string, filter: Document = {}) =>
  (
    await db
      .collection(collection)
      .find(filter, { promoteValues: false })
      .sort({ _id: 1 })
      .toArray()
  ).map(lineOf);

/**
 * What is wrong with a store and its log: a broken chain, a state that is not the fold of its events,
 * an entry that is not its stream's event. The log may be behind the streams.
 */
export const wrongsOf = async (store: OpenStore) => {
  const wrongs: string[] = [];
  const events = new Map<string, string>();
  for (const collection of store.storage.collections) {
    for (const { streamName } of await collection.find({}).toArray()) {
      const whole = await store.readWhole(parseStreamName(streamName));
      if (!whole.foldMatches) wrongs.push(`${streamName} is not what it folds to`);
      if (whole.events.length !== whole.position) wrongs.push(`${streamName} has another position`);
      whole.events.forEach((event, i) => {
        const { hash, previousHash, streamPosition } = event.metadata;
        const before = whole.events[i - 1]?.metadata.hash ?? null;
        if (hash !== hashOf(event) || previousHash !== before || streamPosition !== i + 1) {
          wrongs.push(`${streamName} is broken at ${i + 1}`);
        }
        events.set(`${streamName} ${i + 1}`, JSON.stringify(event));
      });
    }
  }
  const { entries } = logIn(store.client, store.client.db(store.databaseName), store.storage);
  let [position, head] = [0, null as string | null];
  for await (const { _id, event, previousHash, hash } of entries.find().sort({ _id: 1 })) {
    if (
      _id !== position + 1 ||
      previousHash !== head ||
      hash !== entryHash(_id, hashOf(event), head)
    ) {
      wrongs.push(`The log is broken at ${_id}`);
    }
    const { streamName, streamPosition } = event.metadata;
    if (events.get(`${streamName} ${streamPosition}`) !== JSON.stringify(event)) {
      wrongs.push(`Entry ${_id} is not event ${streamPosition} of ${streamName}`);
    }
    [position, head] = [_id, hash];
  }
  return wrongs;
};
