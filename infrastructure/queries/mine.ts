import type { Filter } from 'mongodb';
import {
  reservationStream,
  type Reservation,
  type ReservationRef,
} from '@/domain/reservation/reservation';
import type { Actor } from '@/domain/shared/actor';
import { ReservationId } from '@/domain/shared/ids';
import type { Loaded } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import type { StreamDocument } from '../event-store/stream-document';
import { eventStore } from '../store';
import { namedRooms, type NamedRooms } from './named-rooms';
import { openedTexts, type OpenedTexts } from './opened-texts';

/** The four lists of a member's reservations. */
export const reservationLists = ['upcoming', 'earlier', 'cancelled', 'refused'] as const;
export type ReservationList = (typeof reservationLists)[number];

/** Where a page of a list goes on: after the reservation that ends, or was refused, at `at`. */
export type ListCursor = { readonly at: Instant; readonly reservationId: ReservationId };

/** A reservation of any kind that exists. */
export type MyReservation = Exclude<Reservation, { status: 'unknown' }>;

export type MyReservationsPage = {
  readonly list: ReservationList;
  /** Upcoming ones by end, the next first; all others the latest first. */
  readonly reservations: readonly MyReservation[];
  /** How many each list holds, counted up to `mostCounted`. */
  readonly counts: Readonly<Record<ReservationList, number>>;
  /** Given when there are more. */
  readonly next?: ListCursor;
  readonly rooms: NamedRooms;
  readonly texts: OpenedTexts;
};

const pageSize = 20;

/** Counting goes so far and no further. */
export const mostCounted = 100;

/**
 * One page of one list of the member's own reservations, with how long each list is.
 * Upcoming are those that have not ended at `now`.
 */
export const myReservations = async (
  member: Actor,
  list: ReservationList,
  now: Instant,
  after?: ListCursor,
): Promise<MyReservationsPage> => {
  const [found, counts] = await Promise.all([
    pageOf(member, list, now, after),
    counted(member, now),
  ]);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const [rooms, texts] = await Promise.all([
    namedRooms(shown.map((r) => ('granted' in r ? r.granted.roomId : r.roomId))),
    openedTexts(
      member,
      shown.map((r) => ('title' in r ? r.title : undefined)),
    ),
  ]);
  const next = found.length > pageSize && last ? { next: cursorOf(last) } : {};
  return { list, reservations: shown, counts, rooms, texts, ...next };
};

const endField = 'projections.state.granted.slot.end';
const rejectedField = 'projections.state.rejectedAt';

const sorting = (list: ReservationList) =>
  ({
    field: list === 'refused' ? rejectedField : endField,
    direction: list === 'upcoming' ? 1 : -1,
  }) as const;

const filterOf = (member: Actor, list: ReservationList, now: Instant): Filter<StreamDocument> => {
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

const pageOf = async (
  member: Actor,
  list: ReservationList,
  now: Instant,
  after: ListCursor | undefined,
): Promise<readonly MyReservation[]> => {
  const store = await eventStore();
  const { field, direction } = sorting(list);
  const filters = [filterOf(member, list, now), ...(after ? [beyond(list, after)] : [])];
  const names = await store
    .collectionOf('reservation')
    .find({ $and: filters }, { projection: { _id: 0, 'metadata.streamId': 1 } })
    .sort({ [field]: direction, streamName: direction })
    .limit(pageSize + 1)
    .toArray();
  const ids = names.map(({ metadata }) => ReservationId.of(metadata.streamId));
  return existing(await store.readStates(ids.map(reservationStream)));
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

const counted = async (member: Actor, now: Instant) => {
  const collection = (await eventStore()).collectionOf('reservation');
  const counts = await Promise.all(
    reservationLists.map(async (list) => {
      const count = await collection.countDocuments(filterOf(member, list, now), {
        limit: mostCounted,
      });
      return [list, count] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<ReservationList, number>;
};

const existing = (loaded: readonly Loaded<ReservationRef>[]): readonly MyReservation[] =>
  loaded.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));

const cursorOf = (reservation: MyReservation): ListCursor => ({
  at: reservation.status === 'rejected' ? reservation.rejectedAt : reservation.granted.slot.end,
  reservationId: reservation.reservationId,
});
