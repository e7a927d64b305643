import {
  reservationDefinition,
  reservationStream,
  type ReservationCancelled,
  type ReservationEvent,
  type ReservationMoved,
} from '@/domain/reservation/reservation';
import type { RoomDayEvent } from '@/domain/room-day/room-day';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import type { Recorded } from '@/domain/shared/stream';
import { isNewer } from '@/domain/shared/upcast';
import { eventStore } from '../store';

/** What a reservation did when it gave a slot back: it was moved or cancelled. */
export type Release = Recorded<ReservationMoved> | Recorded<ReservationCancelled>;

/** Whole reservations are read for this, so only for so many: those of the newest releases. */
const mostReservations = 50;

/**
 * Why the slots of a day were given back, by the `messageId` of each SlotReleased: the event of the
 * reservation that the same command recorded. Left out where newer code wrote it.
 */
export const releasesOf = async (
  events: readonly Recorded<RoomDayEvent>[],
): Promise<Readonly<Record<string, Release>>> => {
  const released = events.filter((event) => event.type === 'SlotReleased');
  const ids = new Set(released.map(({ data }) => data.reservationId).reverse());
  const newest = [...ids].slice(0, mostReservations);
  const told = new Map((await Promise.all(newest.map(releasesBy))).flat());
  return Object.fromEntries(
    released.flatMap(({ data, metadata }) => {
      const release = told.get(keyOf(data.reservationId, metadata.causationId));
      return release ? [[metadata.messageId, release] as const] : [];
    }),
  );
};

/** The rooms that reservations went to or were cancelled with. */
export const roomsNamedIn = (releases: Readonly<Record<string, Release>>): readonly RoomId[] =>
  Object.values(releases).flatMap((release) => {
    if (release.type === 'ReservationMoved') return [release.data.to.roomId];
    return release.data.cause ? [release.data.cause.roomId] : [];
  });

const releasesBy = async (reservationId: ReservationId) => {
  const { events } = await (await eventStore()).readWhole(reservationStream(reservationId));
  return events
    .filter((event) => !isNewer(reservationDefinition, event))
    .filter(isRelease)
    .map((event) => [keyOf(reservationId, event.metadata.causationId), event] as const);
};

const isRelease = (event: Recorded<ReservationEvent>): event is Release =>
  event.type === 'ReservationMoved' || event.type === 'ReservationCancelled';

const keyOf = (reservationId: ReservationId, commandId: string) => `${reservationId} ${commandId}`;
