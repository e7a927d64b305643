import type { Document, Timestamp } from 'mongodb';
import type { EventLog } from '../event-log/open-log';
import { subscriptionsIn } from '../event-log/subscription';
import { personKeys } from '../event-store/sealing';
import type { Storage } from '../event-store/storage';
import { readStoredAt } from '../mongodb/read-at';
import type { PartContents } from './keep-part';
import type { Part } from './manifest';
import { readOn } from './read-on';
import type { Place } from './store-identity';

/**
 * What each part of a backup consists of, as it was at a moment.
 *
 * @param position where the log stood
 * @param rebuilt read models, whose checkpoints are left out as their rows are
 */
export const contentsOf = async (
  log: EventLog,
  at: Timestamp,
  position: number,
  rebuilt: readonly string[],
): Promise<{ readonly [P in Part]: PartContents }> => {
  const { checkpoints, parked } = subscriptionsIn(log);
  const from = (place: Place, filter: Document) => sourceOf(log, at, place, filter);
  const keys = (withKey: boolean) => from(personKeys(log.db), { key: { $exists: withKey } });
  return {
    streams: {
      about: await about(log.streams),
      sources: log.streams.collections.map((collection) => from(collection, {})),
    },
    log: { about: position, sources: [from(log.entries, {})] },
    checkpoints: { about: 0, sources: [from(checkpoints, { _id: { $nin: [...rebuilt] } })] },
    parked: { about: 0, sources: [from(parked, {})] },
    tombstones: { about: 0, sources: [keys(false)] },
    keys: { about: 0, sources: [keys(true)] },
  };
};

/** The documents of a collection by id, all or those after one. */
const sourceOf =
  ({ client }: EventLog, at: Timestamp, place: Place, filter: Document) =>
  (after: unknown): AsyncIterable<Document> =>
    readOn(
      (last) => {
        const where = last === undefined ? filter : { $and: [filter, isAfter(last)] };
        return readStoredAt(client, place, at, { filter: where, sort: { _id: 1 } });
      },
      ({ _id }) => _id as unknown,
      after,
    );

/** By the order of ids of any type; `$gt` alone finds only those of one. */
const isAfter = (id: unknown): Document => ({ $expr: { $gt: ['$_id', { $literal: id }] } });

const about = async ({ collections }: Storage) => {
  let sum = 0;
  for (const collection of collections) sum += await collection.estimatedDocumentCount();
  return sum;
};
