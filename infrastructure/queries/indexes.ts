import type { IndexDescription } from 'mongodb';
import type { RoomlogEventStore } from '../event-store/create-event-store';

/** An index over the states of one type of stream. */
export type QueryIndex = { readonly streamType: string; readonly index: IndexDescription };

/** What the queries of this folder filter and sort by, beside the stream's name. */
const queryIndexes: readonly QueryIndex[] = [
  {
    streamType: 'reservation',
    index: {
      name: 'member_status_end',
      key: {
        'projections.state.memberId': 1,
        'projections.state.status': 1,
        'projections.state.granted.slot.end': 1,
        streamName: 1,
      },
    },
  },
  {
    streamType: 'reservation',
    index: {
      name: 'member_status_rejected',
      key: {
        'projections.state.memberId': 1,
        'projections.state.status': 1,
        'projections.state.rejectedAt': 1,
        streamName: 1,
      },
    },
  },
];

/** Makes the indexes that are missing; called when the store is opened, harmless when repeated. */
export const makeQueryIndexes = async (
  store: Pick<RoomlogEventStore, 'collectionOf'>,
): Promise<void> => {
  for (const { streamType, index } of queryIndexes) {
    await store.collectionOf(streamType).createIndexes([index]);
  }
};
