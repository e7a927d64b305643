import { reservationStream, type ReservationRef } from '@/domain/reservation/reservation';
import type { Actor } from '@/domain/shared/actor';
import { ReservationId } from '@/domain/shared/ids';
import type { Loaded } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import { eventStore } from '../store';
import {
  filterOf,
  listQuery,
  reservationLists,
  type ListCursor,
  type ReservationList,
} from './mine-query';
import { namedRooms, type NamedRooms } from './named-rooms';
import { openedTexts, type OpenedTexts } from './opened-texts';
import type { KnownReservation } from './reservation';

export type MyReservationsPage = {
  readonly list: ReservationList;
  /** Upcoming ones by end, the next first; all others the latest first. */
  readonly reservations: readonly KnownReservation[];
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

const pageOf = async (
  member: Actor,
  list: ReservationList,
  now: Instant,
  after: ListCursor | undefined,
): Promise<readonly KnownReservation[]> => {
  const store = await eventStore();
  const { filter, sort } = listQuery(member, list, now, after);
  const names = await store
    .collectionOf('reservation')
    .find(filter, { readConcern: 'majority', projection: { _id: 0, 'metadata.streamId': 1 } })
    .sort(sort)
    .limit(pageSize + 1)
    .toArray();
  const ids = names.map(({ metadata }) => ReservationId.of(metadata.streamId));
  return existing(await store.readStates(ids.map(reservationStream)));
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

const existing = (loaded: readonly Loaded<ReservationRef>[]): readonly KnownReservation[] =>
  loaded.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));

const cursorOf = (reservation: KnownReservation): ListCursor => ({
  at: reservation.status === 'rejected' ? reservation.rejectedAt : reservation.granted.slot.end,
  reservationId: reservation.reservationId,
});
