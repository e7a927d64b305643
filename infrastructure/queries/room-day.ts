import {
  reservationStream,
  type GrantedSlot,
  type Reservation,
} from '@/domain/reservation/reservation';
import {
  holdsOf,
  roomDayDefinition,
  roomDayStream,
  type RoomDay,
  type RoomDayEvent,
} from '@/domain/room-day/room-day';
import { roomStream } from '@/domain/room/room';
import type { Actor } from '@/domain/shared/actor';
import type { MemberId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import type { Recorded } from '@/domain/shared/stream';
import { isNewer } from '@/domain/shared/upcast';
import type { LocalDate } from '@/domain/shared/time';
import { eventStore } from '../store';
import { chainOf, type ChainFound } from './chain-found';
import { named, roomsById, type KnownRoom, type NamedRooms } from './named-rooms';
import { openedTexts, type OpenedTexts } from './opened-texts';
import { releasesOf, roomsNamedIn, type Release } from './releases';

/** What a day needs to know of a reservation named in it. */
export type DayReservation = {
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  readonly status: 'reserved' | 'cancelled';
  /** Where it is now; another day or room when it was moved away. */
  readonly granted: GrantedSlot;
  /** Sealed; readable only if `texts` has its box. */
  readonly title: Sealed;
};

/** One room on one date: who holds what, and how it came about. */
export type RoomDayPage = {
  readonly room: KnownRoom;
  /** The version of the room. */
  readonly roomPosition: number;
  readonly date: LocalDate;
  /** Position 0 and no events: nothing was ever booked on that day. */
  readonly position: number;
  readonly day: RoomDay;
  readonly events: readonly Recorded<RoomDayEvent>[];
  /** Undefined where newer code wrote some of it. */
  readonly foldMatches: boolean | undefined;
  readonly chain: ChainFound;
  /** Those named by the day's holds and events, by reservation id. */
  readonly reservations: Readonly<Record<string, DayReservation>>;
  /** Why slots were given back, by the `messageId` of the release. */
  readonly releases: Readonly<Record<string, Release>>;
  /** The room, and those that reservations were moved to. */
  readonly rooms: NamedRooms;
  readonly texts: OpenedTexts;
};

/** A day names few reservations; beyond this many the oldest events go without a title. */
const mostReservations = 500;

/**
 * The page of a room's day as this viewer may see it; undefined when there is no such room.
 * Reads the room, the day whole, and the reservations named in it in one find.
 */
export const roomDayPage = async (
  roomId: RoomId,
  date: LocalDate,
  viewer: Actor | undefined,
): Promise<RoomDayPage | undefined> => {
  const store = await eventStore();
  const [[loaded], whole] = await Promise.all([
    store.readStates([roomStream(roomId)]),
    store.readWhole(roomDayStream(roomId, date)),
  ]);
  if (!loaded || loaded.state.status === 'unknown') return undefined;
  const { state: day, position, events, foldMatches } = whole;
  const known = events.filter((event) => !isNewer(roomDayDefinition, event));
  const refs = namedReservations(day, known).slice(0, mostReservations).map(reservationStream);
  const [states, releases] = await Promise.all([store.readStates(refs), releasesOf(known)]);
  const elsewhere = roomsNamedIn(releases).filter((id) => id !== roomId);
  const reservations = states.flatMap(({ state }) => dayReservation(state));
  return {
    room: loaded.state,
    roomPosition: loaded.position,
    date,
    position,
    day,
    events,
    foldMatches,
    chain: chainOf(whole.ref, events),
    reservations: Object.fromEntries(reservations.map((r) => [r.reservationId, r])),
    releases,
    rooms: named([loaded.state, ...(await roomsById(elsewhere))]),
    texts: await openedTexts(
      viewer,
      reservations.map(({ title }) => title),
    ),
  };
};

/** Those that hold a slot now first, then by their newest event. */
const namedReservations = (
  day: RoomDay,
  events: readonly Recorded<RoomDayEvent>[],
): readonly ReservationId[] => {
  const holding = holdsOf(day).map((hold) => hold.reservationId);
  const told = events.map((event) => event.data.reservationId).reverse();
  return [...new Set([...holding, ...told])];
};

const dayReservation = (state: Reservation): readonly DayReservation[] => {
  if (state.status !== 'reserved' && state.status !== 'cancelled') return [];
  const { reservationId, memberId, status, granted, title } = state;
  return [{ reservationId, memberId, status, granted, title }];
};
