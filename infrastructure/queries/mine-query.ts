import type { Filter, Sort } from 'mongodb';
import type { Actor } from '@/domain/shared/actor';
import type { ReservationId } from '@/domain/shared/ids';
import type { Instant } from '@/domain/shared/time';
import type { StreamDocument } from '../event-store/stream-document';

/** The four lists of a member's reservations. */
export const reservationLists = ['upcoming', 'earlier', 'cancelled', 'refused'] as const;
export type ReservationList = (typeof reservationLists)[number];

/** Where a page of a list goes on: after the reservation that ends, or was refused, at `at`. */
export type ListCursor = { readonly at: Instant; readonly reservationId: ReservationId };

const endField = 'projections.state.granted.slot.end';
const rejectedField = 'projections.state.rejectedAt';

const sorting = (list: ReservationList) =>
  ({
    field: list === 'refused' ? rejectedField : endField,
    direction: list === 'upcoming' ? 1 : -1,
  }) as const;

/** Which of the member's reservations are in a list at a moment. */
export const filterOf = (
  member: Actor,
  list: ReservationList,
  now: Instant,
): Filter<StreamDocument> => {
  const mine = { 'projections.state.memberId': member.id } as const;
  switch (list) {
    case 'upcoming':
      return { ...mine, 'projections.state.status': 'reserved', [endField]: { $gt: now } };
    case 'earlier':
      return { ...mine, 'projections.state.status': 'reserved', [endField]: { $lte: now } };
    case 'cancelled':
      return { ...mine, 'projections.state.status': 'cancelled' };
    case 'refused':
      return { ...mine, 'projections.state.status': 'rejected' };
  }
};

/** How a list is read: one page after another, by index. */
export const listQuery = (
  member: Actor,
  list: ReservationList,
  now: Instant,
  after: ListCursor | undefined,
): { readonly filter: Filter<StreamDocument>; readonly sort: Sort } => {
  const { field, direction } = sorting(list);
  const inList = filterOf(member, list, now);
  return {
    filter: after ? { $and: [inList, beyond(list, after)] } : inList,
    sort: { [field]: direction, streamName: direction },
  };
};

const beyond = (
  list: ReservationList,
  { at, reservationId }: ListCursor,
): Filter<StreamDocument> => {
  const { field, direction } = sorting(list);
  const past = direction === 1 ? '$gt' : '$lt';
  const streamName = `reservation:${reservationId}`;
  return {
    $or: [{ [field]: { [past]: at } }, { [field]: at, streamName: { [past]: streamName } }],
  };
};
