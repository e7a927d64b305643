import type { Document, Timestamp } from 'mongodb';
import type { Recorded } from '@/domain/shared/stream';
import { byDecision, stampOf } from '../event-log/commit-stamps';
import type { EventLog } from '../event-log/open-log';
import { aggregateAt } from '../mongodb/read-at';
import type { ExportHeader } from './event-lines';
import { mergeSorted } from './merge-sorted';
import { readOn } from './read-on';

/** Which streams are exported, and as they were when. */
export type Exported = {
  readonly log: EventLog;
  readonly streamTypes: readonly string[];
  readonly at: Timestamp;
};

/** The place of an event among all: when its write was decided, the id of that write, its place in it. */
export type StampKey = readonly [at: number, id: string, index: number];

/** The place of an event among all. */
export const stampKey = (event: Recorded): StampKey => {
  const { at, id, index } = stampOf(event);
  return [at, id, index];
};

type Counts = Pick<ExportHeader, 'streams' | 'events'>;

/** How many streams and events there are. */
export const countExported = async ({ log, streamTypes, at }: Exported): Promise<Counts> => {
  const sums = { streams: { $sum: 1 }, events: { $sum: '$metadata.streamPosition' } };
  const pipeline = [ofTypes(streamTypes), { $group: { _id: null, ...sums } }];
  let [streams, events] = [0, 0];
  for (const collection of log.streams.collections) {
    for await (const found of aggregateAt<Counts>(log.client, collection, at, pipeline)) {
      streams += found.streams;
      events += found.events;
    }
  }
  return { streams, events };
};

/** The events by commit stamp, all or those after one; MongoDB sorts them. */
export const exportedEvents = (
  { log, streamTypes, at }: Exported,
  after: StampKey | undefined,
): AsyncIterable<Recorded> => {
  const sources = log.streams.collections.map((collection) =>
    readOn(
      (last) => {
        const pipeline = [
          ofTypes(streamTypes),
          ...events,
          ...(last ? [behind(last)] : []),
          byStamp,
        ];
        return aggregateAt<Recorded>(log.client, collection, at, pipeline);
      },
      stampKey,
      after,
    ),
  );
  return mergeSorted(sources, byDecision);
};

const ofTypes = (streamTypes: readonly string[]): Document => ({
  $match: { 'metadata.streamType': { $in: [...streamTypes] } },
});

const events: readonly Document[] = [
  { $project: { messages: 1 } },
  { $unwind: '$messages' },
  { $replaceRoot: { newRoot: '$messages' } },
];

const commit = 'metadata.commit';

const byStamp = { $sort: { [`${commit}.at`]: 1, [`${commit}.id`]: 1, [`${commit}.index`]: 1 } };

const behind = (last: StampKey): Document => ({
  $match: {
    $expr: {
      $gt: [[`$${commit}.at`, `$${commit}.id`, `$${commit}.index`], { $literal: [...last] }],
    },
  },
});
