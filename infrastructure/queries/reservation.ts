import {
  reservationDefinition,
  reservationStream,
  type Reservation,
  type ReservationEvent,
} from '@/domain/reservation/reservation';
import { roomDayStream } from '@/domain/room-day/room-day';
import type { Actor } from '@/domain/shared/actor';
import { dateOf } from '@/domain/shared/days';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import type { Recorded } from '@/domain/shared/stream';
import { isNewer } from '@/domain/shared/upcast';
import { eventStore } from '../store';
import { chainOf, type ChainFound } from './chain-found';
import { dayStrip, type DayStrip } from './day-strip';
import { named, roomsById, type KnownRoom, type NamedRooms } from './named-rooms';
import { openedTexts, type OpenedTexts } from './opened-texts';

/** A reservation of any kind that exists. */
export type KnownReservation = Exclude<Reservation, { status: 'unknown' }>;

/** A reservation with its history, from one document at one moment. */
export type ReservationPage = {
  readonly reservation: KnownReservation;
  readonly position: number;
  readonly events: readonly Recorded<ReservationEvent>[];
  /** Undefined where newer code wrote some of it. */
  readonly foldMatches: boolean | undefined;
  readonly chain: ChainFound;
  /** Where it is, was, or was wished; missing only when that room does not exist. */
  readonly room?: KnownRoom;
  /** Every room named in its history. */
  readonly rooms: NamedRooms;
  /** The first day it is on; only for what is or was granted, in a room that exists. */
  readonly strip?: DayStrip;
  /** Titles and notes of its whole history, as far as this viewer may read them. */
  readonly texts: OpenedTexts;
};

/** The reservation's page as this viewer may see it; undefined when there is no such reservation. */
export const reservationPage = async (
  reservationId: ReservationId,
  viewer: Actor | undefined,
): Promise<ReservationPage | undefined> => {
  const store = await eventStore();
  const whole = await store.readWhole(reservationStream(reservationId));
  const { state: reservation, position, events, foldMatches } = whole;
  if (reservation.status === 'unknown') return undefined;
  const slot = 'granted' in reservation ? reservation.granted.slot : undefined;
  const known = events.filter((event) => !isNewer(reservationDefinition, event));
  const [rooms, texts, [day]] = await Promise.all([
    roomsById(known.flatMap(roomsOf)),
    openedTexts(viewer, known.flatMap(textsOf)),
    store.readStates(slot ? [roomDayStream(roomOf(reservation), dateOf(slot.startsAt))] : []),
  ]);
  const here = reservation.status === 'rejected' ? reservation.roomId : reservation.granted.roomId;
  const room = rooms.find(({ roomId }) => roomId === here);
  return {
    reservation,
    position,
    events,
    foldMatches,
    chain: chainOf(whole.ref, events),
    ...(room && { room }),
    ...(room && slot && day && { strip: dayStrip(room, dateOf(slot.startsAt), day.state, [slot]) }),
    rooms: named(rooms),
    texts,
  };
};

const roomOf = (reservation: KnownReservation): RoomId =>
  reservation.status === 'rejected' ? reservation.roomId : reservation.granted.roomId;

const roomsOf = ({ type, data }: ReservationEvent): readonly RoomId[] => {
  switch (type) {
    case 'RoomReserved':
    case 'ReservationRestored':
      return [data.granted.roomId];
    case 'ReservationRejected':
      return [data.roomId];
    case 'ReservationMoved':
      return [data.from.roomId, data.to.roomId];
    case 'ReservationCancelled':
      return data.cause ? [data.cause.roomId] : [];
    case 'ReservationDetailsChanged':
      return [];
    default: {
      const never: never = type;
      return never;
    }
  }
};

const textsOf = ({ type, data }: ReservationEvent): readonly (Sealed | null | undefined)[] =>
  type === 'RoomReserved' || type === 'ReservationDetailsChanged' ? [data.title, data.note] : [];
