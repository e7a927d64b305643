import type { ClientSession, Collection, MongoClient } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { PositionMoved } from './conflicts';
import type { Group } from './group';
import { rangeFilter } from './load';
import { growthOf, newDocument, asDecidedOn } from './grown-document';
import type { LastWrite, StreamDocument } from './stream-document';
import { insertAll, updateAll, type Update } from './write';

/** What a group writes to one collection, and how many documents that must make or meet. */
type Writes = {
  readonly documents: StreamDocument[];
  readonly updates: Update[];
  expected: number;
};

/**
 * Writes all that a group decided: an insert and an update per collection, inside the transaction of
 * its loads. Each append is filtered on the position it was decided on. Throws PositionMoved when a
 * stream is no longer there.
 */
export const appendGroup = async (
  client: MongoClient,
  group: Group,
  session: ClientSession,
): Promise<void> => {
  for (const [collection, { documents, updates, expected }] of writesOf(group)) {
    const inserted = await insertAll(client, collection, documents, session);
    const met = await updateAll(client, collection, updates, session);
    if (inserted + met !== expected) throw new PositionMoved(collection.namespace);
  }
};

const writesOf = (group: Group): ReadonlyMap<Collection<StreamDocument>, Writes> => {
  const { storage } = group.overlay.from;
  const all = new Map<Collection<StreamDocument>, Writes>();
  const writesTo = (streamType: string, expected = 1): Writes => {
    const collection = storage.collectionOf(streamType);
    const writes = all.get(collection) ?? { documents: [], updates: [], expected: 0 };
    writes.expected += expected;
    all.set(collection, writes);
    return writes;
  };
  const grown = [...group.overlay.entries].filter(({ newEvents }) => newEvents.length > 0);
  const write: LastWrite = { id: uuidv7(), streams: grown.length };
  for (const entry of grown) {
    const { documents, updates } = writesTo(entry.ref.type);
    if (entry.storedPosition === 0) documents.push(newDocument(entry, write));
    else updates.push({ q: asDecidedOn(entry), u: growthOf(entry, write) });
  }
  for (const ref of group.guarded) {
    const entry = group.overlay.entry(ref);
    if (entry.newEvents.length > 0) continue;
    writesTo(ref.type).updates.push({ q: asDecidedOn(entry), u: counted });
  }
  for (const range of group.guardedRanges) {
    const { updates } = writesTo(range.type, group.overlay.inRange(range).length);
    updates.push({ q: rangeFilter(range), u: counted, multi: true });
  }
  return all;
};

const counted = { $inc: { 'metadata.guards': 1 } };
